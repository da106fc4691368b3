import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProfileWriter } from '../profile/index.ts';
import { runCommand } from './run-command.ts';

let folder: string;
let good: string;
let broken: string;

/** Rows whose figures are easily told: 1, 2, 3, 4 and one missing; a, b, b. */
function profileBytes(): Uint8Array {
  const writer = new ProfileWriter({
    datasetTimestampMs: Date.UTC(2026, 0, 2),
    creationTimestampMs: Date.UTC(2026, 0, 3),
  });
  for (const row of [
    { amount: 1, kind: 'a' },
    { amount: 2, kind: 'b' },
    { amount: 3, kind: 'b' },
    { amount: 4, kind: null },
    { amount: null, kind: null },
  ]) {
    writer.log(row);
  }
  return writer.finish();
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'driftglass-show-'));
  [good, broken] = [join(folder, 'good.bin'), join(folder, 'broken.bin')];
  writeFileSync(good, profileBytes());
  writeFileSync(broken, profileBytes().slice(0, 40));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(args, { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { code, lines, errors };
}

describe('driftglass show', () => {
  it('prints a table with a row for each column', async () => {
    const { code, lines, errors } = await run('show', good);
    expect([code, errors]).toEqual([0, []]);
    expect(lines[1]).toBe('data of 2026-01-02T00:00:00.000Z, profiled 2026-01-03T00:00:00.000Z');
    const amount = lines.find((line) => line.startsWith('amount'))?.split(/\s+/);
    // mean 2.5; sample standard deviation of 1..4 is sqrt(5/3); the classic median of four is the third.
    expect(amount).toEqual(['amount', 'integral', '5', '1', '4', '2.5', '1.29099', '1', '3', '4']);
    expect(
      lines
        .find((line) => line.startsWith('kind'))
        ?.split(/\s+/)
        .slice(0, 5)
    ).toEqual(['kind', 'string', '5', '2', '2']);
  });

  it('prints one column with its items', async () => {
    const { code, lines } = await run('show', good, '--column', 'kind');
    expect(code).toBe(0);
    expect(lines.find((line) => line.startsWith('"b"'))?.split(/\s+/)).toEqual(['"b"', '2', '2', '2']);
    expect(lines.some((line) => line.startsWith('amount'))).toBe(false);
  });

  it('prints one JSON line a file', async () => {
    const { code, lines } = await run('show', '--json', good, good);
    expect([code, lines.length]).toEqual([0, 2]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      file: good,
      format: 'v1',
      datasetTimestamp: Date.UTC(2026, 0, 2),
      columns: {
        amount: {
          counts: { n: 5, null: 1 },
          distribution: { n: 4, mean: 2.5, min: 1, max: 4, quantiles: { py: { '0.5': 3 }, excl: { '0.5': 3 } } },
        },
        kind: {
          frequent_items: {
            top: [
              ['b', 2, 2, 2],
              ['a', 1, 1, 1],
            ],
          },
        },
      },
    });
  });

  it('tells a broken file with its reason and byte, and shows the others', async () => {
    const { code, lines, errors } = await run('show', broken, good, '--json');
    expect([code, lines.length, errors.length]).toEqual([1, 1, 1]);
    expect(errors[0]).toMatch(/^driftglass: .*broken\.bin: .* at byte \d+\. \S/);
  });

  it.each([
    [['show'], 2, 'driftglass: no file is named. Usage: driftglass show FILE… [--json] [--column NAME]'],
    [
      ['shout'],
      2,
      'driftglass: there is no command "shout". There are show, analyze, explain, view, replay; "driftglass help" tells their words',
    ],
  ])('%j is not understood', async (args, code, text) => {
    expect(await run(...args)).toEqual({ code, lines: [], errors: [text] });
  });

  it('says which columns there are when the named one is not, and which file is not there', async () => {
    const { code, errors } = await run('show', good, join(folder, 'none.bin'), '--column', 'kin');
    expect(code).toBe(1);
    expect(errors[0]).toBe(`driftglass: ${good} has no column "kin"; it has amount, kind`);
    expect(errors[1]).toMatch(/none\.bin cannot be read: .*ENOENT/);
  });
});
