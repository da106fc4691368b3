import { isGlob, matchesGlob } from './glob.ts';

describe('a glob', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
    ['*', '', true],
    ['**', '', true],
    ['?', '', false],
    ['*', 'anything.at/all\nof it', true],
    ['?', 'a', true],
    ['?', 'ab', false],
    ['?', '🛩', true],
    ['??', '🛩', false],
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'banana', true],
    ['*a', 'banana ', false],
    ['prompt.*', 'prompt.toxicity', true],
    ['prompt.*', 'promptXtoxicity', false],
    ['*.tox*y', 'prompt.toxicity', true],
    ['a*b*c', 'abcbc', true],
    ['a*b*c', 'acb', false],
    ['*ab*ab', 'abab', true],
    ['*ab*ab', 'aab', false],
    ['?*?', 'a', false],
    ['?*?', 'ab', true],
    ['A*', 'a', false],
    ['[ab]*', '[ab]c', true],
    ['[ab]*', 'ac', false],
    ['a+?', 'a+b', true],
    ['a+?', 'aab', false],
    ['$^|()*', '$^|()', true],
    ['\\*', '\\x', true],
    ['ä*', 'ä', true],
  ])('%p against %p is %p', (glob, text, expected) => {
    expect(matchesGlob(glob, text)).toBe(expected);
  });

  it('of many asterisks is decided in as many steps as there are pairs of characters', () => {
    // A regular expression would take longer than the universe has lasted.
    expect(matchesGlob(`${'*?'.repeat(50)}*x`, 'a'.repeat(5000))).toBe(false);
    expect(matchesGlob(`${'*a'.repeat(50)}*`, 'a'.repeat(5000))).toBe(true);
  });

  it.each([
    ['a*', true],
    ['?', true],
    ['', false],
    ['a.[b]', false],
    ['group:input', false],
  ])('%p is one: %p', (text, expected) => {
    expect(isGlob(text)).toBe(expected);
  });
});
