import { compareCodePoints, readText } from './text.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  '',
  'a',
  'counts/n',
  'x'.repeat(24),
  'x'.repeat(25),
  'é',
  '日本語'.repeat(20),
  '\uFEFFmarked',
  '\u0000',
  '😀',
])('reads %j', (text) => {
  const bytes = encode(`<${text}>`);
  expect(readText(bytes, 1, bytes.length - 1)).toBe(text);
});

test('invalid UTF-8 shows replacement characters', () => {
  expect(readText(Uint8Array.of(0x61, 0xff, 0x62), 0, 3)).toBe('a\uFFFDb');
});

test('order by code points, not by UTF-16 units', () => {
  const names = ['b', '\u{1F600}', 'a', '\uFF5E', 'ab', '', 'B', '\uE000'];
  // Python: sorted([...])
  expect(names.sort(compareCodePoints)).toEqual(['', 'B', 'a', 'ab', 'b', '\uE000', '\uFF5E', '\u{1F600}']);
});
