import { cronMatches, cronProblem, maxCompiledCrons } from './cron.ts';

const ms = (text: string): number => Date.parse(text);

describe('a cron expression', () => {
  it.each<[string, string, boolean]>([
    // Five fields: seconds and milliseconds are of no account.
    ['0 19 * * *', '2021-12-01T19:00:00Z', true],
    ['0 19 * * *', '2021-12-01T19:00:59.999Z', true],
    ['0 19 * * *', '2021-12-01T19:01:00Z', false],
    ['0 19 * * *', '2021-12-01T18:59:59.999Z', false],
    ['0 19 * * *', '1969-12-31T19:00:30Z', true],
    ['* * * * *', '2021-12-01T19:07:07.007Z', true],
    ['  0   19 * * * ', '2021-12-01T19:00:00Z', true],
    // Lists, ranges, steps; a step from a number, which the document's schema allows.
    ['0 0 * * 1,3', '2024-09-11T00:00:00Z', true],
    ['0 0 * * 1,3', '2024-09-12T00:00:00Z', false],
    ['0 0 * * 1-5', '2024-09-13T00:00:00Z', true],
    ['0 0 * * 1-5', '2024-09-14T00:00:00Z', false],
    ['0/15 * * * *', '2024-09-13T00:45:00Z', true],
    ['5/20 * * * *', '2024-09-13T00:25:00Z', true],
    ['5/20 * * * *', '2024-09-13T00:20:00Z', false],
    ['0 */6 * * *', '2024-09-13T18:00:00Z', true],
    // Sunday is 0 and 7.
    ['0 0 * * 0', '2024-09-15T00:00:00Z', true],
    ['0 0 * * 7', '2024-09-15T00:00:00Z', true],
    // Unix: either day is enough. 2024-09-02 is a Monday.
    ['0 0 1 * 1', '2024-09-01T00:00:00Z', true],
    ['0 0 1 * 1', '2024-09-02T00:00:00Z', true],
    ['0 0 1 * 1', '2024-09-03T00:00:00Z', false],
    // Spring: both are asked for, and seconds come first.
    ['0 0 0 1 * 1', '2024-09-01T00:00:00Z', false],
    ['0 0 0 1 * 1', '2024-09-02T00:00:00Z', false],
    ['0 0 0 1 * 1', '2024-07-01T00:00:00Z', true],
    ['30 0 19 * * *', '2021-12-01T19:00:30.999Z', true],
    ['30 0 19 * * *', '2021-12-01T19:00:00Z', false],
    ['0 0 19 * * *', '2021-12-01T19:00:21Z', false],
    // Macros.
    ['@hourly', '2024-09-13T05:00:00Z', true],
    ['@hourly', '2024-09-13T05:01:00Z', false],
    ['@daily', '2024-09-13T00:00:00Z', true],
    ['@daily', '2024-09-13T01:00:00Z', false],
    ['@weekly', '2024-09-15T00:00:00Z', true],
    ['@weekly', '2024-09-16T00:00:00Z', false],
    ['@monthly', '2024-09-01T00:00:00Z', true],
    ['@monthly', '2024-09-02T00:00:00Z', false],
    ['@yearly', '2024-01-01T00:00:00Z', true],
    ['@annually', '2024-01-01T00:00:00Z', true],
    ['@annually', '2024-02-01T00:00:00Z', false],
    // A day that no month has.
    ['0 0 30 2 *', '2024-02-29T00:00:00Z', false],
  ])('"%s" at %s: %p', (expression, time, expected) => {
    expect(cronProblem(expression)).toBeNull();
    expect(cronMatches(expression, ms(time))).toBe(expected);
  });

  it.each<[string, string]>([
    ['', 'the cron expression is empty, so it never matches. Remedy: use "0 0 * * *" for every day'],
    ['   ', 'the cron expression is empty, so it never matches. Remedy: use "0 0 * * *" for every day'],
    [
      '@midnight',
      '"@midnight" is no macro. Remedy: use one of @annually, @yearly, @monthly, @weekly, @daily, @hourly, or five fields',
    ],
    [
      '@daily 0 * * *',
      '"@daily 0 * * *" is no macro. Remedy: use one of @annually, @yearly, @monthly, @weekly, @daily, @hourly, or five fields',
    ],
    [
      '2024-09-13T00:00:00Z',
      '"2024-09-13T00:00:00Z" has 1 field. Remedy: write five (minute, hour, day of month, month, day of week), or six with seconds first',
    ],
    [
      '* * * *',
      '"* * * *" has 4 fields. Remedy: write five (minute, hour, day of month, month, day of week), or six with seconds first',
    ],
    [
      ' * * * * * * 2024',
      '"* * * * * * 2024" has 7 fields. Remedy: write five (minute, hour, day of month, month, day of week), or six with seconds first',
    ],
    ['0 0 * * 5-2', `"0 0 * * 5-2" is no cron expression: From value is larger than to value: '5-2'`],
    ['0 25 * * *', expect.stringMatching(/^"0 25 \* \* \*" is no cron expression: (?!CronPattern)./) as string],
    ['a b c d e', expect.stringContaining('"a b c d e" is no cron expression: ') as string],
  ])('"%s" cannot be read and never matches', (expression, problem) => {
    expect(cronProblem(expression)).toEqual(problem);
    expect(cronMatches(expression, ms('2024-09-13T00:00:00Z'))).toBe(false);
  });

  it.each([NaN, Infinity, -Infinity, 8.64e15 + 60_000])('does not match the time %p', (time) => {
    expect(cronMatches('* * * * *', time)).toBe(false);
    expect(cronMatches('* * * * * *', time)).toBe(false);
  });
});

it('keeps a thousand expressions compiled, and reads the others again', () => {
  expect(maxCompiledCrons).toBe(1000);
  const expressions = Array.from({ length: maxCompiledCrons + 1 }, (_, i) => `${i % 60} ${Math.floor(i / 60)} * * *`);
  const midnight = expressions.filter((expression) => cronMatches(expression, 0));
  expect(midnight).toEqual(['0 0 * * *']);
  expect(cronMatches('0 0 * * *', 0)).toBe(true);
});
