import { tableLines } from './table.ts';

describe('tableLines', () => {
  it('sets numbers right, absent ones too, and texts and dates left', () => {
    expect(
      tableLines([
        ['batch', 'column', 'value', 'share'],
        ['2013-03-06', 'a', '0.5', '12 %'],
        ['2013-03-07', 'long name', '–', ''],
        ['2013-03-08', 'b', '-1e-7', '3.5 %'],
      ])
    ).toEqual([
      'batch       column     value  share',
      '──────────  ─────────  ─────  ─────',
      '2013-03-06  a            0.5   12 %',
      '2013-03-07  long name      –',
      '2013-03-08  b          -1e-7  3.5 %',
    ]);
  });

  it('of nothing is empty', () => {
    expect(tableLines([])).toEqual([]);
    expect(tableLines([['a']])).toEqual(['a', '─']);
  });
});
