import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { runCommand } from './run-command.ts';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'driftglass-explain-'));
  file = join(folder, 'monitor.json');
  writeFileSync(
    file,
    JSON.stringify({
      orgId: 'org-1',
      datasetId: 'model-1',
      granularity: 'daily',
      analyzers: [
        { id: 'first', config: { type: 'fixed', metric: 'happiness' } },
        {
          id: 'second',
          schedule: { type: 'fixed', cadence: 'daily' },
          targetMatrix: { type: 'column', include: ['*'] },
          config: { type: 'fixed', metric: 'count', upper: 1, nConsecutive: 2 },
        },
      ],
    })
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(args, { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { code, lines, errors };
}

describe('driftglass explain', () => {
  it('says what cannot run, and of each key what becomes of it', async () => {
    const { code, lines, errors } = await run('explain', file);
    expect([code, errors]).toEqual([0, []]);
    expect(lines.slice(0, 9)).toEqual([
      `${file}: dataset model-1 of org-1, daily`,
      '1 analyzer, and 1 that cannot run; 0 monitors',
      '',
      'error analyzers[0].config.metric: "happiness" is no metric. Remedy: choose one of the list in docs/compatibility.md',
      '',
      '20 keys compared with WhyLabs: 1 never worked there, active here; 19 same',
      '',
      'never worked there, active here',
      expect.stringMatching(
        /^ {2}analyzers\[1\]\.config\.nConsecutive +Alerts after so many breaches in a row, gaps between them/
      ),
    ]);
    // A text that does not fit goes on below its beginning.
    expect(lines[9]?.trim()).toBe('never reached this code.');
    expect(lines.slice(10, 12)).toEqual(['', 'same']);
    expect(lines.find((line) => line.includes('.config.metric '))).toMatch(
      /^ {2}analyzers\[0-1\]\.config\.metric +Names match/
    );
    expect(lines.every((line) => line.length <= 120 || line.startsWith('error') || line.startsWith(file))).toBe(true);
  });

  it('says what is probably not meant', async () => {
    const odd = join(folder, 'odd.json');
    const analyzers = [
      {
        id: 'late',
        schedule: { type: 'fixed', cadence: 'daily' },
        targetMatrix: { type: 'column', include: ['*'] },
        config: { type: 'fixed', metric: 'count_null_ratio', upper: 5 },
      },
    ];
    writeFileSync(odd, JSON.stringify({ orgId: 'o', datasetId: 'm', granularity: 'daily', analyzers }));
    const text = 'count_null_ratio lies between 0 and 1, so the bounds are never left. Remedy: bounds within';
    expect((await run('explain', odd)).lines.slice(2, 5)).toEqual(['', `hint late: ${text}`, '']);
    const told = JSON.parse((await run('explain', '--json', odd)).lines[0] ?? '') as { lints: unknown };
    expect(told.lints).toEqual([{ analyzerId: 'late', code: 'unreachable', text }]);
  });

  it('leaves out the problems where there are none', async () => {
    const clean = join(folder, 'clean.json');
    writeFileSync(clean, '{"orgId": "o", "datasetId": "m", "granularity": "daily"}');
    const { lines } = await run('explain', clean);
    expect(lines).toEqual([
      `${clean}: dataset m of o, daily`,
      '0 analyzers; 0 monitors',
      '',
      '3 keys compared with WhyLabs: 3 same',
      '',
      'same',
      '  orgId        Stands in results.',
      '  datasetId    Must be there; results name the dataset of the store.',
      '  granularity  Batches in UTC; weeks begin on Monday.',
    ]);
  });

  it('prints JSON', async () => {
    const { code, lines } = await run('explain', '--json', file);
    expect([code, lines.length]).toEqual([0, 1]);
    const told = JSON.parse(lines[0] ?? '') as { file: string; problems: unknown[]; keys: unknown[] };
    expect([told.file, told.problems.length, told.keys.length]).toEqual([file, 1, 20]);
    expect(told.problems[0]).toEqual({
      severity: 'error',
      path: 'analyzers[0].config.metric',
      code: 'unknown-metric',
      text: '"happiness" is no metric. Remedy: choose one of the list in docs/compatibility.md',
    });
    expect(told.keys[0]).toEqual({ path: 'orgId', key: 'orgId', verdict: 'same', text: 'Stands in results.' });
  });

  it('explains every real document, and refuses what is none', async () => {
    const archive = new Uint8Array(readFileSync(join('tests', 'data', 'monitor-documents', 'whylabs-oss.zip')));
    const codes = new Map<string, number>();
    for (const [name, bytes] of Object.entries(unzipSync(archive))) {
      writeFileSync(join(folder, name), strFromU8(bytes));
      codes.set(name, (await run('explain', join(folder, name))).code);
    }
    const refused = [...codes].filter(([, code]) => code !== 0);
    expect(refused).toEqual([
      ['EvaluateTargetMatrix.json', 1],
      ['customerConfig.json', 1],
    ]);
    expect(codes.size).toBe(11);
  });

  it('says why a file is no document', async () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"orgId": "o"}');
    expect(await run('explain', broken)).toEqual({
      code: 1,
      lines: [],
      errors: [
        `driftglass: ${broken}: error datasetId: datasetId is missing; WhyLabs' engine leaves out such a document. Remedy: add it`,
      ],
    });
  });

  it('says why a file cannot be read', async () => {
    const { code, lines, errors } = await run('explain', join(folder, 'none.json'));
    expect([code, lines]).toEqual([1, []]);
    expect(errors[0]).toMatch(/none\.json cannot be read: .*ENOENT.*\. Remedy: check the path and its permissions$/);
  });

  it.each([
    [['explain'], 'no file is named'],
    [['explain', 'a', 'b'], 'one file is explained at a time'],
    [['explain', '--jsn', 'a'], "Unknown option '--jsn'"],
  ])('%j is not understood', async (args, text) => {
    const { code, lines, errors } = await run(...args);
    expect([code, lines]).toEqual([2, []]);
    expect(errors[0]).toContain(text);
    expect(errors[0]?.endsWith('. Usage: driftglass explain FILE [--json]')).toBe(true);
  });
});
