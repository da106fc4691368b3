import type { Placement } from './placement.ts';
import { placementOf } from './placement.ts';

describe('the place of an object', () => {
  it.each<[string, Placement]>([
    ['x.bin', { kind: 'unplaced' }],
    ['', { kind: 'unplaced' }],
    ['flights/x.bin', { kind: 'batch', datasetId: 'flights' }],
    ['flights/2013/03/08/EWR.bin', { kind: 'batch', datasetId: 'flights' }],
    ['flights/reference.bin', { kind: 'batch', datasetId: 'flights' }],
    ['flights/references/x.bin', { kind: 'batch', datasetId: 'flights' }],
    ['flights/Reference/x.bin', { kind: 'batch', datasetId: 'flights' }],
    ['flights/2013/reference/x.bin', { kind: 'batch', datasetId: 'flights' }],
    ['reference/x.bin', { kind: 'batch', datasetId: 'reference' }],
    ['reference/reference/x.bin', { kind: 'reference', datasetId: 'reference', profileId: 'x' }],
    ['flights/reference/january.bin', { kind: 'reference', datasetId: 'flights', profileId: 'january' }],
    ['flights/reference/v1.2.bin', { kind: 'reference', datasetId: 'flights', profileId: 'v1.2' }],
    ['flights/reference/january/EWR.bin', { kind: 'reference', datasetId: 'flights', profileId: 'january' }],
    ['flights/reference/v1.2/a/b.bin', { kind: 'reference', datasetId: 'flights', profileId: 'v1.2' }],
  ])('%p', (key, placement) => {
    expect(placementOf(key)).toEqual(placement);
  });
});
