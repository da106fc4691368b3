import type { ColumnFacts, ColumnSelection } from './index.ts';
import { allColumns, asksForGroups, exactNames, selectsColumn } from './index.ts';
import { parseColumnSelection } from './column-selection.ts';
import { JsonReader } from './json-reader.ts';
import { refusal } from './testing/refusal.ts';

function parse(columns: unknown): ColumnSelection {
  return parseColumnSelection(new JsonReader({ columns }).optionalObject('columns'));
}

function including(...include: string[]): ColumnSelection {
  return { include, exclude: [] };
}

function column(name: string, isDiscrete: boolean | null = null): ColumnFacts {
  return { name, isDiscrete };
}

describe('the columns of a query', () => {
  it.each([
    [undefined, allColumns],
    [null, allColumns],
    [{}, allColumns],
    [{ include: [] }, allColumns],
    [{ include: [''], exclude: [''] }, allColumns],
    [{ include: '*', exclude: null }, allColumns],
    [{ include: 'a' }, including('a')],
    [{ include: ['a', '', 'b'] }, including('a', 'b')],
    [{ exclude: 'a' }, { include: ['*'], exclude: ['a'] }],
    [{ include: [' '] }, including(' ')],
  ])('%p are %p', (columns, expected) => {
    expect(parse(columns)).toEqual(expected);
  });

  it.each([
    [['a'], 'columns', 'an object is expected, not a list'],
    ['a', 'columns', 'an object is expected, not a string'],
    [{ include: [1] }, 'columns.include[0]', 'a text is expected, not a number'],
    [{ include: {} }, 'columns.include[0]', 'a text is expected, not an object'],
    [{ exclude: ['a', null] }, 'columns.exclude[1]', 'a text is expected, not null'],
  ])('%p are refused', (columns, path, text) => {
    expect(() => parse(columns)).toThrow(refusal('wrong-type', path, text));
  });
});

describe('a selection', () => {
  it.each<[string, readonly string[], ColumnFacts, boolean]>([
    ['all', ['*'], column(''), true],
    ['an exact name', ['a'], column('a'), true],
    ['another case', ['A'], column('a'), false],
    ['another name', ['a'], column('ab'), false],
    ['a glob', ['a*'], column('ab'), true],
    ['a name that is a glob itself', ['a*c'], column('a*c'), true],
    ['that glob, for others', ['a*c'], column('abc'), true],
    ['a name that is a group', ['group:input'], column('group:input'), true],
    ['that group, for outputs', ['group:input'], column('my_output'), false],
    ['a name that is a group of discreteness', ['group:discrete'], column('group:discrete', false), true],
    ['inputs', ['group:input'], column('age'), true],
    ['outputs', ['group:output'], column('age'), false],
    ['outputs in any case', ['group:output'], column('predOUTPUT2'), true],
    ['inputs, for outputs in any case', ['group:input'], column('predOUTPUT2'), false],
    ['discrete', ['group:discrete'], column('a', true), true],
    ['discrete, for a continuous one', ['group:discrete'], column('a', false), false],
    ['discrete, when nobody knows', ['group:discrete'], column('a', null), false],
    ['continuous', ['group:continuous'], column('a', false), true],
    ['continuous, for a discrete one', ['group:continuous'], column('a', true), false],
    ['continuous, when nobody knows', ['group:continuous'], column('a', null), false],
    ['a group that there is not', ['group:continous'], column('a', false), false],
    ['a group in another case', ['Group:input'], column('a'), false],
    ['any of several', ['x', 'b*', 'group:output'], column('bc'), true],
    ['nothing', [], column('a'), false],
  ])('of %s', (_, include, facts, expected) => {
    expect(selectsColumn({ include, exclude: [] }, facts)).toBe(expected);
  });

  it.each<[readonly string[], readonly string[], ColumnFacts, boolean]>([
    [['*'], ['*'], column('a'), false],
    [['a'], ['a'], column('a'), false],
    [['a'], ['a*'], column('a'), false],
    [['*'], ['group:discrete'], column('a', true), false],
    [['*'], ['group:discrete'], column('a', false), true],
    [['*'], ['group:discrete'], column('a', null), true],
    [['group:output'], ['*_output'], column('x_output'), false],
    [['group:output'], ['*_output'], column('output_x'), true],
  ])('including %p and excluding %p', (include, exclude, facts, expected) => {
    expect(selectsColumn({ include, exclude }, facts)).toBe(expected);
  });

  it.each<[ColumnSelection, boolean]>([
    [allColumns, false],
    [including('group:input', 'group:output', 'group:discrete*', 'x'), false],
    [including('a', 'group:discrete'), true],
    [including('group:continuous'), true],
    [{ include: ['*'], exclude: ['group:discrete'] }, true],
  ])('%p needs data: %p', (selection, expected) => {
    expect(asksForGroups(selection)).toBe(expected);
  });

  it('tells the names that must exist', () => {
    const include = ['*', 'a', 'b*', 'c?', 'group:input', 'group:continous', '$x', 'group:discrete', 'a.b'];
    expect(exactNames({ include, exclude: ['gone'] })).toEqual(['a', 'group:continous', '$x', 'a.b']);
  });
});
