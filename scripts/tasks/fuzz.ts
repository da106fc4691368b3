// `npm run fuzz -- --seed N --minutes M`: changed copies of real profiles, read whole. Ends with what became of them;
// fails when one broke the reader, took too long or too much memory. A finding is made again by its seed and number:
// `npm run fuzz -- --seed N --only NUMBER`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { originals } from '../../tests/fuzz/corpus.ts';
import type { FuzzThreadData } from '../../tests/fuzz/fuzz-thread.ts';
import type { Finding, FuzzTotals } from '../../tests/fuzz/run.ts';
import { fuzz } from '../../tests/fuzz/run.ts';
import { root } from '../lib/run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1' },
    /** Most mutants, all threads together. */
    mutants: { type: 'string', default: '2000000000' },
    /** Largest original, in bytes. */
    size: { type: 'string', default: '50000' },
    only: { type: 'string' },
  },
});
const folder = join(root, 'tests', 'data', 'profiles');
const [seed, minutes, mutants, maxBytes] = [values.seed, values.minutes, values.mutants, values.size].map(Number);
if (
  seed === undefined ||
  minutes === undefined ||
  mutants === undefined ||
  maxBytes === undefined ||
  [seed, minutes, mutants, maxBytes].some(Number.isNaN)
) {
  console.error('seed, minutes, mutants and size are numbers');
  process.exit(2);
}

function tell(finding: Finding): void {
  console.log(`FINDING seed ${finding.seed}, number ${finding.number}, made of ${finding.original}: ${finding.reason}`);
}

if (values.only !== undefined) {
  const number = Number(values.only);
  const { findings, refused } = await fuzz(originals(folder, maxBytes), { seed, from: number, to: number + 1 });
  findings.forEach(tell);
  console.log(findings.length > 0 ? 'a finding' : refused > 0 ? 'refused, as it should be' : 'read');
  process.exit(findings.length > 0 ? 1 : 0);
}

/** A mutant in work for longer than this hangs. */
const hangSeconds = 10;
const threads = availableParallelism();
const progress = new Int32Array(new SharedArrayBuffer(8 * threads));
const endMs = Date.now() + minutes * 60_000;
let totals: FuzzTotals = { mutants: 0, pastHeader: 0, read: 0, refused: 0, findings: [] };

const workers = Array.from({ length: threads }, (_, thread) => {
  const data: FuzzThreadData = { folder, maxBytes, seed, thread, threads, mutants, endMs, progress };
  const worker = new Worker(join(root, 'tests', 'fuzz', 'fuzz-thread.ts'), { workerData: data });
  worker.on('message', (part: FuzzTotals) => {
    part.findings.forEach(tell);
    totals = {
      mutants: totals.mutants + part.mutants,
      pastHeader: totals.pastHeader + part.pastHeader,
      read: totals.read + part.read,
      refused: totals.refused + part.refused,
      findings: [...totals.findings, ...part.findings],
    };
  });
  return worker;
});

const watch = setInterval(() => {
  for (let thread = 0; thread < threads; thread += 1) {
    const began = Atomics.load(progress, 2 * thread + 1);
    if (began > 0 && Date.now() / 1000 - began > hangSeconds) {
      console.log(`FINDING seed ${seed}, number ${Atomics.load(progress, 2 * thread)}: it hangs`);
      process.exit(1);
    }
  }
}, 1000);

/** The thread's own error, if it ended by one. */
async function ended(worker: Worker): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
await Promise.all(workers.map(ended));
clearInterval(watch);
const share = ((100 * totals.pastHeader) / Math.max(1, totals.mutants)).toFixed(0);
console.log(
  `${totals.mutants} mutants (${share} % changed behind the header): ${totals.read} read, ${totals.refused} refused, ${totals.findings.length} findings`
);
process.exitCode = totals.findings.length > 0 ? 1 : 0;
