import { startPlugin } from '../../pkg/grafana/index.ts';
import { executables } from './back-end.ts';

describe.each(executables())('a mistaken setting of the operator, %#', (executable) => {
  it.each([
    [
      { GF_PLUGIN_THREADS: 'lots' },
      'threads in [plugin.driftglass-profiles-datasource] is "lots"; a whole number from 1 to 16 is expected',
    ],
    [
      { GF_PLUGIN_ROOTS: 'profiles' },
      'roots in [plugin.driftglass-profiles-datasource]: "profiles" is not an absolute path',
    ],
  ])('%j ends the start with one line in the log that names it', async (env, text) => {
    const lines: string[] = [];
    await expect(startPlugin(executable, { env, onLog: (line) => lines.push(line) })).rejects.toThrow();
    expect(lines).toHaveLength(1);
    // A line of our own SDK, whose form its own tests hold.
    const line = JSON.parse(lines[0] ?? '') as Record<string, string>;
    expect(line['@level']).toBe('error');
    expect(line['@message']).toBe('the plugin cannot start');
    expect(line['error']).toContain(text);
  });
});
