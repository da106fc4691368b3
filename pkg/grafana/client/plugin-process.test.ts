import { thrownBy } from '../testing/thrown-by.ts';
import { addressOf, startProcess } from './plugin-process.ts';

describe('addressOf', () => {
  it.each([
    ['1|2|unix|/tmp/a b/s|grpc', 'unix:/tmp/a b/s'],
    ['1|2|tcp|127.0.0.1:10000|grpc', '127.0.0.1:10000'],
    ['1|2|unix|/s|grpc|', 'unix:/s'],
    ['1|2|unix|/s|grpc||false', 'unix:/s'],
  ])('reads %s', (line, address) => {
    expect(addressOf(line)).toBe(address);
  });

  it.each([
    '',
    'hello',
    '2|2|unix|/s|grpc',
    '1|1|unix|/s|grpc',
    '1|2|unix|/s|netrpc',
    '1|2|unix||grpc',
    '1|2|unix|/s|grpc|CERT',
  ])('refuses %j', (line) => {
    expect(thrownBy(() => addressOf(line))).toMatchObject({
      code: 'handshake',
      message: `"${line}" is no handshake of plugin protocol 2`,
    });
  });

  it('refuses other networks', () => {
    expect(thrownBy(() => addressOf('1|2|udp|x|grpc'))).toMatchObject({
      code: 'handshake',
      message: '"1|2|udp|x|grpc" names the network udp: only unix and tcp are known',
    });
  });
});

describe('startProcess', () => {
  const node = (script: string) => startProcess(process.execPath, { args: ['-e', script], startTimeoutMs: 2_000 });

  it('says what is missing', async () => {
    await expect(startProcess('/no/such/file', {})).rejects.toMatchObject({
      code: 'start',
      message: '/no/such/file did not start: spawn /no/such/file ENOENT',
    });
  });

  it('repeats what a plugin wrote that ended at once', async () => {
    await expect(node('console.error("no cookie"); process.exit(3)')).rejects.toMatchObject({
      code: 'start',
      message: `${process.execPath} did not start: it ended with code 3; it wrote: no cookie`,
    });
  });

  it('does not wait for ever', async () => {
    const silent = startProcess(process.execPath, { args: ['-e', 'setTimeout(() => {}, 60000)'], startTimeoutMs: 100 });
    await expect(silent).rejects.toMatchObject({
      code: 'start',
      message: `${process.execPath} did not start: no handshake within 100 ms`,
    });
  });

  it('refuses what is no handshake, and ends the process', async () => {
    await expect(node('console.log("hello"); setTimeout(() => {}, 60000)')).rejects.toMatchObject({
      code: 'handshake',
      message: `${process.execPath} did not start: "hello" is no handshake of plugin protocol 2`,
    });
  });
});
