import { columnOwner } from './column-owner.ts';

describe('the thread of a column', () => {
  // FNV-1a over UTF-16 code units with 0xffff behind each part, computed in Python.
  it.each<[[string, string, string], number[]]>([
    [
      ['', '', ''],
      [0, 0, 1, 0, 4],
    ],
    [
      ['s', 'd', 'a'],
      [0, 0, 1, 2, 2],
    ],
    [
      ['s', 'd', 'b'],
      [0, 1, 1, 1, 13],
    ],
    [
      ['1/uid/{}', 'flights', 'dep_delay'],
      [0, 1, 0, 1, 1],
    ],
    [
      ['1/uid/{}', 'flights', '\u{1F6E9}'],
      [0, 0, 0, 2, 6],
    ],
    [
      ['ab', 'c', 'x'],
      [0, 0, 1, 0, 12],
    ],
    [
      ['a', 'bc', 'x'],
      [0, 0, 0, 2, 2],
    ],
  ])('of %p is %p of 1, 2, 3, 4 and 16 threads', ([sourceKey, datasetId, column], owners) => {
    expect([1, 2, 3, 4, 16].map((threads) => columnOwner(sourceKey, datasetId, column, threads))).toEqual(owners);
  });

  it('is each of them for about as many columns', () => {
    for (const threads of [2, 3, 4, 16]) {
      const columns = new Array<number>(threads).fill(0);
      for (let i = 0; i < 1000 * threads; i += 1) {
        const owner = columnOwner('1/uid', 'dataset', `column_${i}`, threads);
        columns[owner] = (columns[owner] ?? NaN) + 1;
      }
      // 1000 each; five standard deviations of a fair draw are 160 at most.
      expect(columns.every((count) => Math.abs(count - 1000) < 160)).toBe(true);
    }
  });
});
