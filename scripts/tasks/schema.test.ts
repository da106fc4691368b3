import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

describe('node scripts/run.mjs schema', () => {
  it('has nothing to do: the published schema, the generated validator and the tables of keys are those of the sources', () => {
    const task = join(process.cwd(), 'scripts', 'tasks', 'schema.ts');
    const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', task, '--check']);
    expect([String(done.stderr), done.status]).toEqual(['', 0]);
  });
});
