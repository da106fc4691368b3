import type { DatasetResource } from '../contract/index.ts';
import { oldStoreAddress } from './old-store-address.ts';

const now = Date.UTC(2026, 10, 22, 12);
const dataset = (id: string, facts: Partial<DatasetResource>): DatasetResource => ({
  id,
  profiles: 1,
  columns: 1,
  firstMs: Date.UTC(2021, 0, 1, 5),
  lastMs: Date.UTC(2021, 0, 3, 7),
  references: [],
  ...facts,
});

it.each<[string, readonly DatasetResource[], string]>([
  ['nothing', [], ''],
  ['a dataset without profiles in time', [dataset('a', { profiles: 0, firstMs: null, lastMs: null })], ''],
  ['one of yesterday', [dataset('a', { lastMs: Date.UTC(2026, 10, 21) })], ''],
  ['one just young enough', [dataset('a', { lastMs: now - 3 * 86_400_000 + 1 })], ''],
  [
    'one that ended long ago',
    [dataset('empty', { profiles: 0 }), dataset('a b', {}), dataset('c', {})],
    `&var-dataset=a%20b&var-day=2021-01-03&from=${Date.UTC(2021, 0, 1)}&to=${Date.UTC(2021, 0, 4)}`,
  ],
])('the address of a store with %s', (_, datasets, address) => {
  expect(oldStoreAddress(datasets, now)).toBe(address);
});
