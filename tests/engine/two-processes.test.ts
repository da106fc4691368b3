import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sampleVerdicts } from './sample-verdicts.ts';

jest.setTimeout(60_000);

it('verdicts are the same in another process', async () => {
  const script = join(__dirname, 'print-verdicts.ts');
  const other = execFileSync(process.execPath, ['--no-warnings', script], { encoding: 'utf8' });
  const here = await sampleVerdicts();
  expect(new Set(here.split('\n')).size).toBeGreaterThan(20);
  expect(other).toBe(here);
});
