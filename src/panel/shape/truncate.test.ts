import { truncateMiddle } from './truncate.ts';

const measure = (text: string) => 10 * Array.from(text).length;

describe('a text that is too long', () => {
  it.each([
    ['', 0, ''],
    ['abc', 30, 'abc'],
    ['abcdef', 50, 'ab…ef'],
    ['abcdef', 40, 'ab…f'],
    ['abcdef', 10, '…'],
    ['abcdef', 0, '…'],
    ['abcdef', -5, '…'],
    ['🛩🛩🛩🛩', 30, '🛩…🛩'],
  ])('%p in %d pixels is %p', (text, width, shown) => {
    expect(truncateMiddle(text, width, measure)).toBe(shown);
  });
});
