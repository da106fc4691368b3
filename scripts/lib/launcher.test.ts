import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launcherScript } from './launcher.ts';
import { backEndNodeFlags } from './node-flags.ts';

const isUnix = process.platform !== 'win32';
if (!isUnix) {
  console.warn('launcher.test.ts: skipped, Windows runs no shell script');
}

(isUnix ? describe : describe.skip)('the launcher', () => {
  let folder: string;

  beforeAll(() => {
    // Spaces, a quotation mark and a dollar sign must survive the shell.
    folder = mkdtempSync(join(tmpdir(), "driftglass $HOME it's "));
    mkdirSync(join(folder, 'plugin'));
    mkdirSync(join(folder, "node's"));
    writeFileSync(
      join(folder, 'plugin', 'main.cjs'),
      'console.log(JSON.stringify({ pid: process.pid, ppid: process.ppid, flags: process.execArgv, file: __filename }))'
    );
    execFileSync('ln', ['-s', process.execPath, join(folder, "node's", 'node')]);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function start(script: string, cwd: string, command: string): { ppid: number; flags: string[]; file: string } {
    const file = join(folder, 'plugin', 'gpx');
    writeFileSync(file, script);
    chmodSync(file, 0o755);
    // No environment at all: Grafana passes no PATH.
    const answer: unknown = JSON.parse(execFileSync(command, { cwd, env: {}, encoding: 'utf8' }));
    return answer as { ppid: number; flags: string[]; file: string };
  }

  test.each([
    ['an absolute path', '/', (): string => join(folder, 'plugin', 'gpx')],
    ['a relative path', '', (): string => './plugin/gpx'],
  ])('becomes Node without a fork, started by %s', (_, cwd, command) => {
    const answer = start(launcherScript("../node's/node"), cwd === '' ? folder : cwd, command());
    expect(answer.ppid).toBe(process.pid);
    expect(answer.flags).toEqual([...backEndNodeFlags, '--enable-source-maps']);
    expect(answer.file.endsWith(join('plugin', 'main.cjs'))).toBe(true);
  });

  test('takes an absolute Node too', () => {
    const answer = start(launcherScript(join(folder, "node's", 'node')), '/', join(folder, 'plugin', 'gpx'));
    expect(answer.ppid).toBe(process.pid);
  });
});
