import type { Baseline } from '../../../pkg/contract/index.ts';
import { baselineLabel } from './baseline-label.ts';

describe('the baseline', () => {
  it.each<[Baseline | null, string | null, string]>([
    [{ type: 'TrailingWindow', size: 7 }, 'daily', '7 days before'],
    [{ type: 'TrailingWindow', size: 1 }, 'hourly', 'hour before'],
    [{ type: 'TrailingWindow', size: 4 }, 'quarterly', '4 batches before'],
    [{ type: 'TrailingWindow', size: 1 }, null, 'batch before'],
    [{ type: 'Reference', profileId: 'january' }, 'daily', 'reference january'],
    [null, 'daily', 'baseline'],
  ])('%j of %s batches is "%s"', (spec, granularity, label) => {
    expect(baselineLabel(spec, granularity)).toBe(label);
  });
});
