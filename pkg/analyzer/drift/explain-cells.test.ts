import type { DriftCells } from '../drift-cells.ts';
import { explainCells } from './explain-cells.ts';

const [baseline, target] = [Float64Array.of(0.41, 0.3, 0.2, 0.0912), Float64Array.of(0.12, 0.25, 0.2, 0.00432)];
const bins: DriftCells = { kind: 'histogram', edges: Float64Array.of(0, 900, 1200, 1500), end: 2000, baseline, target };
const items: DriftCells = { kind: 'frequent_items', items: ['a', 'b', 'c', 'd'], baseline, target };

test.each<[string, DriftCells, readonly number[], string]>([
  [
    'two bins, in their order, one without a change of its share',
    bins,
    [0.1, 0.3, 0.5, 0.1],
    'bins [900, 1,200) (30 % → 25 %) and [1,200, 1,500) make 80 % of it',
  ],
  [
    'the last bin, which holds its end',
    bins,
    [0.4, 0, 0, 0.6],
    'bins [0, 900) (41 % → 12 %) and [1,500, 2,000] (9.1 % → 0.43 %) make 100 % of it',
  ],
  ['one bin', bins, [0, 1, 0, 0], 'bin [900, 1,200) (30 % → 25 %) makes 100 % of it'],
  ['one bin beside negative ones', bins, [-0.5, 1.5, 0, 0], 'bin [900, 1,200) (30 % → 25 %) makes 150 % of it'],
  [
    'equal ones, the first of them',
    bins,
    [0.25, 0.25, 0.25, 0.25],
    'bins [0, 900) (41 % → 12 %) and [900, 1,200) (30 % → 25 %) make 50 % of it',
  ],
  [
    'ones that are equal but for rounding',
    bins,
    [0.2, 0.2, 0.2 + 1e-16, 0.4],
    'bins [0, 900) (41 % → 12 %) and [1,500, 2,000] (9.1 % → 0.43 %) make 60 % of it',
  ],
  [
    'ones that are nearly equal',
    bins,
    [0.2, 0.2, 0.2 + 1e-8, 0.4],
    'bins [1,200, 1,500) and [1,500, 2,000] (9.1 % → 0.43 %) make 60 % of it',
  ],
  ['no bin', bins, [0, 0, 0, 0], ''],
  [
    'two items, the greater part first',
    items,
    [0.3, 0.5, 0.1, 0.1],
    'two items (30 % → 25 %, 41 % → 12 %) make 80 % of it',
  ],
  ['one item without a change', items, [0, 0, 1, 0], 'one item makes 100 % of it'],
  ['no item', items, [0, 0, 0, 0], ''],
])('the cells that contribute most: %s', (_, cells, contribution, text) => {
  expect(explainCells(cells, contribution)).toBe(text);
});
