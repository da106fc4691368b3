import type { ColumnListConfig } from '../contract/index.ts';
import { columnList, maxSampledColumns } from './column-list.ts';
import { resultOf, trailingWindow } from './testing/outcome.ts';

function configOf(mode: ColumnListConfig['mode'], ...exclude: string[]): ColumnListConfig {
  return { type: 'column_list', metric: 'column_list', mode, exclude, baseline: trailingWindow };
}

/** Columns c00, c01, … from one number up to but not including another. */
function columns(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => `c${String(from + i).padStart(2, '0')}`);
}

describe('column_list', () => {
  it.each<[string, ColumnListConfig['mode'], readonly string[], readonly string[], number, number, 0 | 1]>([
    ['#58', 'ON_ADD', columns(0, 10), columns(0, 6), 0, 4, 0],
    ['#59', 'ON_ADD', columns(0, 6), columns(0, 10), 4, 0, 1],
    ['#60', 'ON_ADD_AND_REMOVE', columns(0, 10), columns(6, 14), 4, 6, 1],
    ['removed', 'ON_REMOVE', columns(0, 10), columns(0, 9), 0, 1, 1],
    ['added where it does not look', 'ON_REMOVE', columns(0, 6), columns(0, 10), 4, 0, 0],
    ['one added', 'ON_ADD', columns(0, 6), columns(0, 7), 1, 0, 1],
    ['only added', 'ON_ADD_AND_REMOVE', columns(0, 6), columns(0, 7), 1, 0, 1],
    ['only removed', 'ON_ADD_AND_REMOVE', columns(0, 7), columns(0, 6), 0, 1, 1],
    ['the same in another order', 'ON_ADD_AND_REMOVE', ['b', 'a'], ['a', 'b'], 0, 0, 0],
    ['nothing at all', 'ON_ADD_AND_REMOVE', [], [], 0, 0, 0],
    ['names in another case', 'ON_ADD_AND_REMOVE', ['a'], ['A'], 1, 1, 1],
    ['a name twice', 'ON_ADD', [], ['a', 'a'], 1, 0, 1],
  ])('%s, %s', (_, mode, baseline, target, added, removed, expected) => {
    expect(columnList(configOf(mode), { target, baseline })).toMatchObject({
      anomalyCount: expected,
      fields: { columnList_added: added, columnList_removed: removed, columnList_mode: mode },
    });
  });

  it('leaves out excluded names, exactly', () => {
    const outcome = columnList(configOf('ON_ADD_AND_REMOVE', 'new', 'old', 'ne'), {
      target: ['a', 'new', 'newer'],
      baseline: ['a', 'old'],
    });
    expect(resultOf(outcome).fields).toMatchObject({ columnList_addedSample: ['newer'], columnList_removed: 0 });
  });

  it('has samples of ten names at most, in order, and none of nothing', () => {
    expect(maxSampledColumns).toBe(10);
    const { fields } = resultOf(
      columnList(configOf('ON_ADD'), { target: columns(0, 11).reverse(), baseline: ['b', 'a'] })
    );
    expect(fields).toEqual({
      columnList_added: 11,
      columnList_removed: 2,
      columnList_addedSample: columns(0, 10),
      columnList_removedSample: ['a', 'b'],
      columnList_mode: 'ON_ADD',
    });
    expect(resultOf(columnList(configOf('ON_ADD'), { target: ['a'], baseline: ['a'] })).fields).toMatchObject({
      columnList_addedSample: null,
      columnList_removedSample: null,
    });
  });

  it.each<[ColumnListConfig['mode'], readonly string[], readonly string[], string]>([
    [
      'ON_ADD_AND_REMOVE',
      ['a', 'b'],
      ['b', 'c'],
      'columns: 1 added (a), 1 removed (c) since the newest baseline batch',
    ],
    [
      'ON_ADD',
      ['a', 'b'],
      [],
      'columns: 2 added (a, b), 0 removed since the newest baseline batch; only added ones are watched',
    ],
    [
      'ON_REMOVE',
      [],
      columns(0, 10),
      `columns: 0 added, 10 removed (${columns(0, 10).join(', ')}) since the newest baseline batch; ` +
        'only removed ones are watched',
    ],
    [
      'ON_ADD_AND_REMOVE',
      [],
      columns(0, 11),
      `columns: 0 added, 11 removed (${columns(0, 10).join(', ')}, …) since the newest baseline batch`,
    ],
  ])('%s explains %p after %p', (mode, target, baseline, explanation) => {
    expect(resultOf(columnList(configOf(mode), { target, baseline })).explanation).toBe(explanation);
  });

  it('fails when the newest batch of the baseline is missing', () => {
    expect(columnList(configOf('ON_ADD'), { target: ['a'], baseline: null })).toEqual({
      kind: 'failure',
      failureType: 'InsufficientBaseline',
      explanation:
        'column_list needs the columns of the newest baseline batch and that batch is missing; ' +
        'it gives a verdict again once the batch before the target has data',
    });
  });
});
