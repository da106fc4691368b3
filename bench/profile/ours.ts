// The benchmark's jobs with this repository's rooms. Prints one JSON object: times and results (outcome.ts).
//   node ours.ts DATA_DIR OBJECTS REPEATS COLUMN WIDE_COLUMN
import { join } from 'node:path';
import type { ColumnProfile } from '../../pkg/profile/index.ts';
import { decodeAll, drift, readOneColumn, summariseWhole } from './jobs.ts';
import { loadObjects, sourcesOf } from './objects.ts';
import type { Outcome, Stage, Summary } from './outcome.ts';
import { summarise } from './summarise.ts';

const openings = 200;
const [folder = '', count = '', repeats = '', column = '', wideColumn = ''] = process.argv.slice(2);
const sources = sourcesOf(loadObjects(folder, Number(count)));
const seconds: Record<Stage, number[]> = { decode: [], summarise: [], whole: [], drift: [], column: [] };

/** CPU of all threads of the process, those that collect garbage and compile included. */
async function timed<T>(stage: Stage, job: () => Promise<T> | T, times = 1): Promise<T> {
  const start = process.cpuUsage();
  const result = await job();
  const { user, system } = process.cpuUsage(start);
  seconds[stage].push((user + system) / 1e6 / times);
  return result;
}

function decodedOf(days: readonly (readonly ColumnProfile[])[]): readonly number[] {
  const columns = days.flat();
  const sum = (part: (column: ColumnProfile) => number): number =>
    columns.reduce((total, decoded) => total + part(decoded), 0);
  return [
    columns.length,
    sum(({ distribution }) => distribution?.kll.n ?? 0),
    sum(({ distribution }) => distribution?.kll.items.length ?? 0),
    sum(({ frequentItems }) => frequentItems?.items.length ?? 0),
  ];
}

function byColumn(days: readonly (readonly ColumnProfile[])[]): readonly (readonly ColumnProfile[])[] {
  return (days[0] ?? []).map((_, index) => days.flatMap((day) => day[index] ?? []));
}

async function repeat(): Promise<Omit<Outcome, 'seconds'>> {
  const columns = await timed('whole', () => summariseWhole(sources));
  const distances = await timed('drift', () => drift(sources, column));
  const wide = await timed(
    'column',
    async () => {
      let summary: Summary | null = null;
      for (let opening = 0; opening < openings; opening++) {
        ({ summary } = await readOneColumn(join(folder, 'wide.bin'), wideColumn));
      }
      if (summary === null) throw new Error('nothing was opened');
      return summary;
    },
    openings
  );
  const days = await timed('decode', () => decodeAll(sources));
  await timed('summarise', () => byColumn(days).map((year) => summarise(year)));
  return { decoded: decodedOf(days), columns: Object.fromEntries(columns), drift: distances, wide };
}

let results = await repeat();
for (let done = 1; done < Number(repeats); done++) results = await repeat();
console.log(JSON.stringify({ seconds, ...results }));
