import { createDataFrame, type DataFrame, DataFrameType, FieldType } from '@grafana/data';
import { categoryFrames, evenEdges, histogramFrames, normalCounts } from './frames.ts';

/** The states of the panel that pictures are kept of (profile-panel section 6), by name. */
export type PictureName = keyof typeof pictures;

const bins = evenEdges(-20, 100, 40);
const usual = { counts: normalCounts(bins, 51003, { mean: 30, sd: 14 }) };

function against(counts: readonly number[], facts = {}): DataFrame[] {
  return histogramFrames(bins, { target: { counts, facts }, baseline: usual });
}

/** Edges that grow by one factor: a display of a long tail. */
function growingEdges(from: number, decades: number, perDecade: number): number[] {
  return Array.from({ length: decades * perDecade + 1 }, (_, i) => from * 10 ** (i / perDecade));
}

/** A log-normal distribution over growing bins. */
function logNormal(edges: readonly number[], n: number, mean: number): number[] {
  return normalCounts(edges.map(Math.log10), n, { mean, sd: 0.8 });
}

function single(value: number): DataFrame[] {
  return histogramFrames([value, value], { target: { counts: [4200] }, baseline: { counts: [29400] } });
}

const tail = growingEdges(0.01, 6, 6);
const carriers = ['United', 'Delta', 'JetBlue', 'ExpressJet', 'American', 'Southwest', 'US Airways', 'Skywest', ''];
const many = evenEdges(0, 2000, 2000);

/** Frames for each picture. */
export const pictures = {
  same: () => against(normalCounts(bins, 7286, { mean: 30, sd: 14 })),
  shifted: () => against(normalCounts(bins, 7286, { mean: 48, sd: 14 })),
  widened: () => against(normalCounts(bins, 7286, { mean: 30, sd: 26 })),
  bimodal: () => against(normalCounts(bins, 7286, { mean: 25, sd: 9, weight: 2 }, { mean: 72, sd: 7 })),
  'tail-grows': () => against(normalCounts(bins, 7286, { mean: 30, sd: 14, weight: 8 }, { mean: 80, sd: 12 })),
  'missing-rises': () =>
    histogramFrames(bins, {
      target: { counts: normalCounts(bins, 7286, { mean: 30, sd: 14 }), facts: { count: 14870, count_null: 7584 } },
      baseline: { ...usual, facts: { count: 51105, count_null: 102 } },
      meta: { verdict: 'ok' },
    }),
  'single-value-0': () => single(0),
  'single-value-7': () => single(7),
  'single-value-minus-3': () => single(-3),
  'all-negative': () => {
    const edges = evenEdges(-900, -100, 32);
    return histogramFrames(edges, {
      target: { counts: normalCounts(edges, 5000, { mean: -420, sd: 90 }) },
      baseline: { counts: normalCounts(edges, 35000, { mean: -510, sd: 110 }) },
    });
  },
  'integers-0-to-9': () =>
    histogramFrames(evenEdges(-0.5, 9.5, 10), {
      column: 'passengers',
      meta: { binning: 'per_value' },
      target: { counts: [120, 310, 280, 190, 90, 60, 30, 12, 5, 3] },
      baseline: { counts: [900, 2010, 2200, 1400, 800, 420, 210, 100, 40, 11] },
    }),
  'six-decades': () =>
    histogramFrames(tail, {
      column: 'bytes',
      target: { counts: logNormal(tail, 20000, 1.6) },
      baseline: { counts: logNormal(tail, 140000, 1.1) },
    }),
  'both-tails': () => {
    const edges = [-5000, -1000, -200, -50, -20, -10, -5, -2, 0, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    return histogramFrames(edges, {
      column: 'difference',
      target: { counts: [20, 60, 150, 220, 300, 420, 520, 640, 700, 900, 760, 700, 620, 560, 400, 320, 240, 120, 60] },
      baseline: {
        counts: [90, 300, 900, 1800, 2600, 3400, 4200, 4900, 5200, 4800, 4100, 3000, 2100, 1200, 700, 400, 180, 90, 20],
      },
    });
  },
  'five-values': () =>
    histogramFrames(evenEdges(0, 50, 10), {
      target: { counts: [1, 0, 2, 0, 0, 1, 0, 0, 1, 0] },
      baseline: { counts: [200, 420, 800, 610, 300, 120, 60, 20, 10, 4] },
      meta: { verdict: 'not-enough-data', distance: null, sentence: 'n = 5, judged from 100.' },
    }),
  'baseline-missing': () =>
    histogramFrames(bins, {
      target: { counts: normalCounts(bins, 7286, { mean: 40, sd: 16 }) },
      baseline: null,
      meta: { sentence: 'None of the 7 batches before has values of this column.' },
    }),
  'target-missing': () =>
    histogramFrames(bins, {
      target: null,
      baseline: usual,
      meta: { sentence: 'The batch of 8 March 2013 has no profile.' },
    }),
  'nan-and-infinite': () =>
    histogramFrames(bins, {
      target: {
        counts: normalCounts(bins, 6000, { mean: 34, sd: 15 }),
        facts: { count: 7500, count_null: 300, count_nan: 1100, count_inf: 100 },
      },
      baseline: { ...usual, facts: { count: 51400, count_null: 320, count_nan: 77, count_inf: 0 } },
    }),
  'two-thousand-bins': () =>
    histogramFrames(many, {
      column: 'latency',
      target: { counts: normalCounts(many, 900000, { mean: 700, sd: 160, weight: 3 }, { mean: 1500, sd: 60 }) },
      baseline: { counts: normalCounts(many, 6000000, { mean: 640, sd: 150 }) },
    }),
  categories: () =>
    categoryFrames(carriers, {
      column: 'carrier',
      target: { counts: [3100, 2900, 1200, 1500, 0, 640, 300, 410, 3] },
      baseline: { counts: [21000, 19800, 16000, 14100, 9100, 4300, 2400, 0, 18] },
    }),
  'many-categories': () => {
    const names = Array.from({ length: 60 }, (_, i) => `/api/v2/customers/{id}/orders/${i}/positions`);
    return categoryFrames(names, {
      column: 'route',
      target: {
        counts: names.map((_, i) => Math.round(9000 / (i + 1.5))),
        facts: { count: 60000, count_null: 9000 },
      },
      baseline: {
        counts: names.map((_, i) => Math.round(70000 / ((i % 7) + i + 1))),
        facts: { count: 400000, count_null: 8000 },
      },
    });
  },
  'one-sided-threshold': () =>
    histogramFrames(bins, {
      target: { counts: normalCounts(bins, 7286, { mean: 33, sd: 15 }) },
      baseline: usual,
      meta: { verdict: 'not-judged', threshold: null },
    }),
  'failed-analysis': () =>
    histogramFrames(bins, {
      target: { counts: normalCounts(bins, 7286, { mean: 33, sd: 15 }) },
      baseline: usual,
      meta: { verdict: 'failed', distance: null, sentence: 'The baseline has categories, the target numbers.' },
    }),
  'partial-with-notices': () =>
    histogramFrames(bins, {
      target: { counts: normalCounts(bins, 4100, { mean: 46, sd: 14 }) },
      baseline: { ...usual, facts: { batches: 5, buckets: 7 } },
      notices: [
        { severity: 'warning', text: 'flights/2013-03-06.bin cannot be read: byte 512, wrong magic' },
        { severity: 'info', text: 'the last batch is not complete yet' },
      ],
    }),
  'all-missing': () =>
    histogramFrames([], {
      target: { counts: [], facts: { count: 4200, count_null: 4200 } },
      baseline: { counts: [], facts: { count: 29400, count_null: 120 } },
      meta: { verdict: 'failed', sentence: 'The target has no values beside 4,200 missing ones.' },
    }),
  'several-profiles': () => [
    ...against(normalCounts(bins, 7286, { mean: 48, sd: 14 })),
    ...histogramFrames(bins, { column: 'arr_delay', target: usual, baseline: usual }),
    ...categoryFrames(['a', 'b'], { column: 'origin', target: { counts: [1, 2] }, baseline: null }),
  ],
  'plain-histogram': () => [
    createDataFrame({
      name: 'Grafana',
      meta: { type: DataFrameType.Histogram },
      fields: [
        { name: 'xMin', type: FieldType.number, values: [0, 10, 20, 30], config: { unit: 'ms' } },
        { name: 'xMax', type: FieldType.number, values: [10, 20, 30, 40], config: { unit: 'ms' } },
        { name: 'count', type: FieldType.number, values: [12, 40, 22, 3] },
      ],
    }),
  ],
  'older-data-source': () => {
    const [main] = against(normalCounts(bins, 7286, { mean: 48, sd: 14 }));
    return main === undefined ? [] : [{ ...main, meta: { ...main.meta, custom: { column: 'dep_delay' } } }];
  },
  'unequal-bins': () => {
    const edges = [0, 1, 2, 5, 10, 20, 50, 100, 200];
    return histogramFrames(edges, {
      column: 'distance',
      target: { counts: [40, 90, 300, 420, 500, 410, 120, 40] },
      baseline: { counts: [900, 1500, 3100, 3000, 2400, 1300, 300, 60] },
    });
  },
  empty: (): DataFrame[] => [],
} as const satisfies Record<string, () => DataFrame[]>;
