import type { CatalogEntry } from '../store/index.ts';
import { selectColumns } from './columns-of-plan.ts';
import { entry, indexOf } from './testing/entries.ts';

function select(
  include: readonly string[],
  inRange: readonly CatalogEntry[],
  others: readonly CatalogEntry[] = [],
  exclude: readonly string[] = []
): readonly string[] {
  const dataset = indexOf([...inRange, ...others, entry('placeholder', { columnNames: [] })]).dataset('d');
  return selectColumns({ include, exclude }, dataset, inRange);
}

const names = (...columnNames: string[]): CatalogEntry => entry('2013-03-01', { columnNames });

describe('the columns of a plan', () => {
  it.each([
    ['all of the range, in order', ['*'], [names('b', 'a'), names('c')], [], ['a', 'b', 'c']],
    ['none where there are none', ['*'], [], [], []],
    ['those that match', ['b*'], [names('b', 'a', 'bc')], [], ['b', 'bc']],
    ['capitals first, as code units are', ['*'], [names('a', 'B', 'ä', '_')], [], ['B', '_', 'a', 'ä']],
    ['each once', ['*', 'a', 'a*'], [names('a'), names('a')], [], ['a']],
    ['without the excluded', ['*'], [names('a', 'b', 'bc')], ['b'], ['a', 'bc']],
    ['without the excluded, though they are named', ['a', 'b'], [names('a', 'b')], ['b*'], ['a']],
    ['inputs', ['group:input'], [names('a', 'output_a')], [], ['a']],
    ['an excluded name that there is not', ['*'], [names('a')], ['nowhere'], ['a']],
  ])('%s', (_, include, inRange, exclude, expected) => {
    expect(select(include, inRange, [], exclude)).toEqual(expected);
  });

  it('hold a column that is named, though the range lost it', () => {
    expect(select(['a', 'old'], [names('a')], [names('old')])).toEqual(['a', 'old']);
    expect(select(['old'], [], [names('old')])).toEqual(['old']);
    expect(select(['*'], [names('a')], [names('old')])).toEqual(['a']);
  });

  it('hold a column that only a reference has, when it is named', () => {
    const reference = entry('x', { profileId: 'january', columnNames: ['r'] });
    expect(select(['r'], [names('a')], [reference])).toEqual(['r']);
  });

  it.each([
    [['group:discrete'], [], ['a', 'b']],
    [['group:continuous'], [], ['a', 'b']],
    [['*'], ['group:discrete'], ['a', 'b']],
    [['group:discrete'], ['a'], ['b']],
    [['a', 'group:discrete'], ['group:continuous', 'b'], ['a']],
  ])('that may be discrete or not are left open: %p without %p', (include, exclude, expected) => {
    expect(select(include, [names('a', 'b')], [], exclude)).toEqual(expected);
  });
});

describe('a column that there is not', () => {
  it.each([
    // Letters that the other name has too, of the longer one: 8/9, 7/9, 4/8, 3/8, 2/8; origin has none.
    [['dep_dela'], 'the nearest are dep_delay, arr_delay, dest, day, tailnum'],
    [['DEP_DELAY'], 'the nearest are dep_delay, arr_delay, day, dest, tailnum'],
    [['group:continous'], /^dataset d has no column "group:continous"; the nearest are /],
  ])('%p is refused, with those that are like it', (include, known) => {
    const there = names('arr_delay', 'day', 'dep_delay', 'dest', 'origin', 'tailnum');
    const message = typeof known === 'string' ? `dataset d has no column "${include[0]}"; ${known}` : known;
    const matching = typeof message === 'string' ? message : (expect.stringMatching(message) as string);
    expect(() => select(include, [there])).toThrow(
      expect.objectContaining({ name: 'RequestError', code: 'unknown-column', message: matching }) as Error
    );
  });

  it('is refused where no profile has any', () => {
    expect(() => select(['a'], [])).toThrow(
      expect.objectContaining({
        code: 'unknown-column',
        message: 'dataset d has no column "a"; no profile of it has columns',
      }) as Error
    );
  });

  it.each(['$column', '${column}', '[[column]]', 'dep_$column', '${column}*'])(
    'is a variable that nobody replaced: %p',
    (name) => {
      expect(() => select(['a', name], [names('a')])).toThrow(
        expect.objectContaining({
          name: 'ContractError',
          code: 'variable',
          message:
            'columns.include: the variable $column was not replaced; alert rules and shared dashboards have no variables, so write the value itself',
        }) as Error
      );
    }
  );

  it('is no matter where a column has that very name', () => {
    expect(select(['$column'], [names('$column')])).toEqual(['$column']);
    expect(select(['$col*'], [names('$column')])).toEqual(['$column']);
  });

  it('is no matter for a glob or a group, which may match nothing', () => {
    expect(select(['x*', 'group:output'], [names('a')])).toEqual([]);
  });
});
