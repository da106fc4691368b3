import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { runCommand } from '../../pkg/command/index.ts';
import { root } from '../../scripts/lib/run.ts';
import { describeUnless } from '../plugin/left-out.ts';
import { findPython } from './python.ts';

const [, example = ''] = /```python\n([^]*?)\n```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];

test('the README and the start page of the app show the same Python, of about ten lines', () => {
  expect(readFileSync(join(root, 'src', 'pages', 'write-profiles.tsx'), 'utf8')).toContain(example);
  expect(example.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(10);
});

const python = findPython();

describeUnless('reason' in python ? python.reason : undefined, 'the Python of the README', () => {
  test('writes a profile that a store finds and reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftglass-readme-'));
    try {
      const store = join(folder, 'store');
      mkdirSync(store);
      writeFileSync(join(folder, 'flights-2025-03-08.csv'), 'dep_delay,carrier\n2,AA\n-4,UA\n,UA\n');
      const program = example.replace('/var/lib/driftglass/profiles', store);
      expect(program).not.toBe(example);
      const path = 'path' in python ? python.path : '';
      const { status, stderr } = spawnSync(path, ['-c', program], { cwd: folder, encoding: 'utf8' });
      expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
      const lines: string[] = [];
      const output = { line: (text: string) => lines.push(text), error: (text: string) => lines.push(`! ${text}`) };
      expect(await runCommand(['show', join(store, 'flights', '2025-03-08.bin')], output)).toBe(0);
      const text = lines.join('\n');
      expect(text).toContain('data of 2025-03-08T00:00:00.000Z');
      expect(text).toMatch(/dep_delay\s+fractional\s+3\s+1/);
      // Of one column, to be read by a store: analyze finds the dataset and the batch.
      writeFileSync(
        join(folder, 'monitor.json'),
        JSON.stringify({
          orgId: 'org-1',
          datasetId: 'flights',
          granularity: 'daily',
          analyzers: [
            {
              id: 'missing',
              schedule: { type: 'fixed', cadence: 'daily' },
              targetMatrix: { type: 'column', include: ['dep_delay'] },
              config: { type: 'fixed', metric: 'count_null', upper: 0 },
            },
          ],
          monitors: [],
        })
      );
      const range = ['--from', '2025-03-08', '--to', '2025-03-09', '--as-of', '2025-03-10'];
      const document = ['--monitor', join(folder, 'monitor.json')];
      expect(
        await runCommand(['analyze', '--store', store, '--dataset', 'flights', ...range, ...document], output)
      ).toBe(2);
      expect(lines.join('\n')).toContain('1 results: 1 anomalies');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
