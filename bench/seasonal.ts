// What a fit of the seasonal analyzer costs: `npm run bench -- seasonal`. The peer in the same run is the general form of
// the model, the Kalman filter: the same series with its first value missing takes it. (The reference, statsmodels, is a
// Python package and not asked here.)
import { spawnSync } from 'node:child_process';
import { type SeasonalInput, seasonal } from '../pkg/analyzer/index.ts';
import type { AnalyzerOutcome, SeasonalConfig, SeasonalOrder } from '../pkg/contract/index.ts';
import { figuresOf, figuresText } from './figures.ts';

/** Fits before the clock runs: the engine has compiled the search by then. */
const warmUp = 200;

const usual: SeasonalOrder = { p: 1, d: 0, q: 0, P: 2, D: 1, Q: 0, m: 7 };
const hourMs = 3_600_000;

function config(order: SeasonalOrder, size: number): SeasonalConfig {
  return {
    type: 'seasonal',
    metric: 'count',
    algorithm: 'arima',
    alpha: 0.05,
    minBatchSize: 30,
    stddevTimeRanges: [],
    stddevFactor: 1,
    thresholdType: null,
    maxUpperThreshold: null,
    minLowerThreshold: null,
    order,
    baseline: { type: 'TrailingWindow', size, exclusionRanges: [], exclusionSchedule: null },
  };
}

/** Numbers between 0 and 1 that are the same in every run (Lehmer's generator). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** A season of m values with noise that remembers its last step. */
function input(run: number, size: number, m: number, firstIsMissing: boolean): SeasonalInput {
  const random = numbers(run + 1);
  const next = (): number => random.next().value - 0.5;
  const shape = Array.from({ length: m }, () => 400 * next());
  let noise = 0;
  const values = Array.from({ length: size }, (_, i) => {
    noise = 0.5 * noise + 60 * next();
    return 1000 + (shape[i % m] ?? 0) + noise;
  });
  return {
    target: 1000,
    targetMs: size * hourMs,
    baseline: values.map((value, i) => ({ timeMs: i * hourMs, value: firstIsMissing && i === 0 ? null : value })),
    priors: [],
    seed: 'bench',
  };
}

function measure(name: string, runs: number, order: SeasonalOrder, size: number, firstIsMissing = false): void {
  const inputs = Array.from({ length: runs }, (_, run) => input(run, size, order.m, firstIsMissing));
  const settings = config(order, size);
  const judge = (given: SeasonalInput): AnalyzerOutcome => seasonal(settings, given);
  const durations: number[] = [];
  for (const given of inputs) {
    const start = performance.now();
    if (judge(given).kind !== 'result') throw new Error(`no verdict: ${name}`);
    durations.push(performance.now() - start);
  }
  console.log(`${name}: ${figuresText(figuresOf(durations))}`);
}

const { stdout } = spawnSync('nproc', { encoding: 'utf8' });
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${stdout.trim()} cores\n`);
for (let run = 0; run < warmUp; run += 1) seasonal(config(usual, 90), input(run, 90, 7, false));
for (let run = 0; run < 5; run += 1) seasonal(config(usual, 90), input(run, 90, 7, true));
measure('90 days, (1,0,0)(2,1,0)[7]', 1000, usual, 90);
measure('90 days, the same by the filter', 40, usual, 90, true);
measure('365 days, (1,0,0)(2,1,0)[7]', 500, usual, 365);
measure('216 hours, (1,0,0)(2,1,0)[24]', 500, { ...usual, m: 24 }, 216);
measure('216 hours, the same by the filter', 5, { ...usual, m: 24 }, 216, true);
measure('1,008 hours, (1,0,0)(2,1,0)[168]', 100, { ...usual, m: 168 }, 1008);
measure('90 days, (2,1,1)(0,1,1)[7], by the filter', 20, { p: 2, d: 1, q: 1, P: 0, D: 1, Q: 1, m: 7 }, 90);
