import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

describe('npm run proto', () => {
  it('says what to install when protoc is missing, and removes nothing', () => {
    const generated = join(process.cwd(), 'pkg', 'grafana', 'gen');
    const before = readdirSync(generated);
    const task = join(process.cwd(), 'scripts', 'tasks', 'proto.ts');
    const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', task], { env: { PATH: '' } });
    expect(done.status).toBe(1);
    expect(String(done.stderr)).toBe(
      'driftglass: protoc is needed to generate code from .proto files, and there is none. ' +
        'Remedy: install it (Debian: protobuf-compiler; macOS: brew install protobuf) and run npm run proto again.\n'
    );
    expect(readdirSync(generated)).toEqual(before);
  });
});
