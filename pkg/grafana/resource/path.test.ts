import { thrownBy } from '../testing/thrown-by.ts';
import { pathSegments } from './path.ts';

describe('pathSegments', () => {
  it.each([
    ['', []],
    ['/', []],
    ['a/b', ['a', 'b']],
    ['//a///b/./c//', ['a', 'b', 'c']],
    ['a?b', ['a?b']],
    ['größe/😀', ['größe', '😀']],
    ['%2e%2e/%2f', ['%2e%2e', '%2f']],
    ['.../..a', ['...', '..a']],
  ])('%j', (path, segments) => {
    expect(pathSegments(path)).toEqual(segments);
  });

  it.each(['..', '../a', 'a/../../b', 'a/..', '..\\a', 'a\\b', 'a\u0000', 'a\nb', 'a\u007f'])('refuses %j', (path) => {
    expect(thrownBy(() => pathSegments(path))).toMatchObject({
      code: 'path',
      status: 400,
      message: 'the path is not allowed: it must not climb or hold control characters',
    });
  });
});
