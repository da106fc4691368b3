import { tmpdir } from 'node:os';

import { thrownBy } from '../testing/thrown-by.ts';
import { hostEnvironment } from './host-environment.ts';

const grafana = {
  grafana_plugin_type: 'datasource',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
  PLUGIN_PROTOCOL_VERSIONS: '2',
};

describe('hostEnvironment', () => {
  it('does with the cookie alone', () => {
    expect(hostEnvironment({ grafana_plugin_type: 'datasource' })).toEqual({
      socketDirectories: [...new Set([tmpdir(), '/tmp'])],
      minPort: 10_000,
      maxPort: 25_000,
      asksForMultiplexing: false,
    });
  });

  it('tries the directory of the host first, each once', () => {
    const { socketDirectories } = hostEnvironment({ ...grafana, PLUGIN_UNIX_SOCKET_DIR: '/sockets', TMPDIR: '/tmp' });
    expect(socketDirectories).toEqual(['/sockets', ...new Set(['/tmp', tmpdir()])]);
  });

  it.each([
    ['2', true],
    ['1,2', true],
    ['2,3', true],
    ['', true],
    ['1', false],
    ['22', false],
    ['3', false],
  ])('with the versions %j of the host starts: %p', (versions, starts) => {
    const start = () => hostEnvironment({ ...grafana, PLUGIN_PROTOCOL_VERSIONS: versions });
    if (starts) {
      expect(start()).toMatchObject({ minPort: 10_000 });
    } else {
      expect(thrownBy(start)).toMatchObject({
        code: 'host',
        message: `the host speaks plugin protocol ${versions}, this plugin 2: update one`,
      });
    }
  });

  it.each([undefined, '', 'wrong'])('refuses the cookie %j with a hint', (cookie) => {
    expect(thrownBy(() => hostEnvironment({ ...grafana, grafana_plugin_type: cookie }))).toMatchObject({
      code: 'cookie',
      message:
        'This is a Grafana plugin. Grafana starts it by itself: put its folder into the plugin directory and restart Grafana.',
    });
  });

  it('refuses TLS, which Grafana does not ask for', () => {
    expect(thrownBy(() => hostEnvironment({ ...grafana, PLUGIN_CLIENT_CERT: 'x' }))).toMatchObject({
      code: 'host',
      message: 'the host asks for TLS between itself and the plugin, which is not offered: turn AutoMTLS off',
    });
  });

  it.each(['0', '-1', '65536', 'x', '1.5', ''])('takes its own range for the port %j', (port) => {
    expect(hostEnvironment({ ...grafana, PLUGIN_MIN_PORT: port, PLUGIN_MAX_PORT: port })).toMatchObject({
      minPort: 10_000,
      maxPort: 25_000,
    });
  });
});
