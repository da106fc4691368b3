import type { ColumnProfile } from '../../pkg/profile/index.ts';
import {
  bytesSource,
  columnMetric,
  columnQuantile,
  decodeColumn,
  openProfiles,
  ProfileError,
} from '../../pkg/profile/index.ts';
import { selectFrequentItems } from '../../pkg/sketch/index.ts';

/** What became of a mutant. A `fault` is a finding: something the reader must never do. */
export type Verdict =
  | { readonly kind: 'read' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'fault'; readonly reason: string };

const mebibyte = 1024 * 1024;
/** Longest CPU time for a mutant, in ms for each mebibyte of it (at least one). */
export const msPerMebibyte = 100;
/** Most memory for a mutant: this many times its size, and a constant for the reader itself. */
export const memoryFactor = 8;
const memoryConstantBytes = 4 * mebibyte;

/** Numbers that contradict each other are worse than an error. */
function contradiction(column: ColumnProfile): string | null {
  const [min, median, max] = [columnMetric(column, 'min'), columnQuantile(column, 0.5), columnMetric(column, 'max')];
  if (min !== null && median !== null && max !== null && !(min <= median && median <= max)) {
    return `the median ${median} lies outside ${min} to ${max}`;
  }
  const [lower, estimate, upper] = [
    columnMetric(column, 'unique_lower'),
    columnMetric(column, 'unique_est'),
    columnMetric(column, 'unique_upper'),
  ];
  if (estimate !== null && (Number.isNaN(estimate) || estimate < 0 || (lower ?? 0) > (upper ?? Infinity))) {
    return `the distinct count is ${estimate}, from ${lower} to ${upper}`;
  }
  const items = column.frequentItems === null ? [] : selectFrequentItems(column.frequentItems, 'NO_FALSE_NEGATIVES');
  const wrong = items.find((item) => item.lower > item.upper || item.lower < 0);
  return wrong === undefined ? null : `an item counts from ${wrong.lower} to ${wrong.upper}`;
}

/** Reads everything that is in the bytes. Every error but ProfileError is a fault of the reader. */
async function readAll(bytes: Uint8Array): Promise<Verdict> {
  let refused: string | null = null;
  const profiles = await openProfiles(bytesSource('mutant', bytes));
  for (const profile of profiles) {
    for (const name of profile.columnNames) {
      try {
        const raw = await profile.readColumn(name);
        const reason = raw === null ? 'a listed column is not there' : contradiction(decodeColumn(raw));
        if (reason !== null) {
          return { kind: 'fault', reason };
        }
      } catch (error) {
        if (!(error instanceof ProfileError)) {
          throw error;
        }
        refused ??= error.code;
      }
    }
    await profile.readPerformance();
  }
  return refused === null ? { kind: 'read' } : { kind: 'refused', code: refused };
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Examines one mutant: what it was read as, and whether that cost too much time or memory. */
export async function examine(bytes: Uint8Array): Promise<Verdict> {
  const before = held();
  const start = process.threadCpuUsage();
  let verdict: Verdict;
  try {
    verdict = await readAll(bytes);
  } catch (error) {
    verdict =
      error instanceof ProfileError
        ? { kind: 'refused', code: error.code }
        : { kind: 'fault', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  // Of this thread alone: what else the machine does is not the reader's fault.
  const { user, system } = process.threadCpuUsage(start);
  const took = (user + system) / 1000;
  const grown = held() - before;
  if (took > msPerMebibyte * Math.max(1, bytes.length / mebibyte)) {
    return { kind: 'fault', reason: `it took ${took.toFixed(0)} ms for ${bytes.length} bytes` };
  }
  if (grown > memoryFactor * bytes.length + memoryConstantBytes) {
    return { kind: 'fault', reason: `it took ${grown} bytes of memory for ${bytes.length} bytes` };
  }
  return verdict;
}
