import { Cron } from 'croner';
import fc from 'fast-check';
import { type CronFields, readCronFields } from './cron-fields.ts';

function fields(cron: string): CronFields {
  const read = readCronFields(cron);
  if ('fault' in read) {
    throw new Error(read.fault);
  }
  return read;
}

const all = (min: number, max: number) => Array.from({ length: max - min + 1 }, (_, i) => min + i);

describe('readCronFields', () => {
  it('reads five fields, with second 0', () => {
    const read = fields('5 1-3 */10 1,6 1-5');
    expect(read.expression).toBe('5 1-3 */10 1,6 1-5');
    expect([...read.second]).toEqual([0]);
    expect([...read.minute]).toEqual([5]);
    expect([...read.hour]).toEqual([1, 2, 3]);
    expect([...read.day]).toEqual([1, 11, 21, 31]);
    expect([...read.month]).toEqual([1, 6]);
    expect([...read.weekday]).toEqual([1, 2, 3, 4, 5]);
    expect([read.limitsDay, read.limitsWeekday]).toEqual([false, true]);
  });

  it('reads six fields, seconds first', () => {
    const read = fields('30 0 12 * * *');
    expect(read.expression).toBe('30 0 12 * * *');
    expect([[...read.second], [...read.minute], [...read.hour]]).toEqual([[30], [0], [12]]);
    expect([[...read.day], [...read.month]]).toEqual([all(1, 31), all(1, 12)]);
    expect([...read.weekday]).toEqual([0, 1, 2, 3, 4, 5, 6, 0].slice(0, 7));
    expect([read.limitsDay, read.limitsWeekday]).toEqual([false, false]);
  });

  it.each([
    ['@yearly', '0 0 1 1 *'],
    ['@annually', '0 0 1 1 *'],
    ['@monthly', '0 0 1 * *'],
    ['@weekly', '0 0 * * 0'],
    ['@daily', '0 0 * * *'],
    ['@hourly', '0 * * * *'],
    ['  0   0 *\t* * ', '0 0 * * *'],
    ['5/20 * * * *', '5-59/20 * * * *'],
    ['1-9/4 * * * *', '1-9/4 * * * *'],
    ['59/2 * * * *', '59 * * * *'],
    ['*/60 3-3 * */13 *', '0 3 * 1 *'],
    ['0 0 ? * ?', '0 0 * * *'],
    ['0 0 * JAN,dec mon-Fri', '0 0 * 1,12 1-5'],
    ['0 0 * * 7', '0 0 * * 7'],
    ['0 0 * * 0', '0 0 * * 0'],
  ])('writes %j as %j', (cron, expression) => {
    expect(fields(cron).expression).toBe(expression);
  });

  it('takes 7 for Sunday', () => {
    expect([...fields('0 0 * * 7').weekday]).toEqual([0]);
    expect([...fields('0 0 * * 5-7').weekday]).toEqual([5, 6, 0]);
  });

  it.each([
    ['', 'it has 1 field; there are 5, or 6 with seconds first'],
    ['@never', 'it has 1 field; there are 5, or 6 with seconds first'],
    ['* * *', 'it has 3 fields; there are 5, or 6 with seconds first'],
    ['0 0 0 * * * 2024', 'it has 7 fields; there are 5, or 6 with seconds first'],
    ['60 * * * *', '"60" is no minute (0 to 59, lists, ranges and steps)'],
    ['60 0 * * * *', '"60" is no second (0 to 59, lists, ranges and steps)'],
    ['0 24 * * *', '"24" is no hour (0 to 23, lists, ranges and steps)'],
    ['0 0 0 * *', '"0" is no day of the month (1 to 31, lists, ranges and steps)'],
    ['0 0 32 * *', '"32" is no day of the month (1 to 31, lists, ranges and steps)'],
    ['0 0 * 13 *', '"13" is no month (1 to 12, lists, ranges and steps)'],
    ['0 0 * * 8', '"8" is no day of the week (0 to 7, lists, ranges and steps)'],
    ['0 0 * * monday', '"monday" is no day of the week (0 to 7, lists, ranges and steps)'],
    ['5-1 * * * *', '"5-1" is no minute (0 to 59, lists, ranges and steps)'],
    ['1-2-3 * * * *', '"1-2-3" is no minute (0 to 59, lists, ranges and steps)'],
    ['1/2/3 * * * *', '"1/2/3" is no minute (0 to 59, lists, ranges and steps)'],
    ['*/0 * * * *', '"*/0" is no minute (0 to 59, lists, ranges and steps)'],
    ['*/x * * * *', '"*/x" is no minute (0 to 59, lists, ranges and steps)'],
    ['1, * * * *', '"1," is no minute (0 to 59, lists, ranges and steps)'],
    ['0 0 L * *', '"L" is no day of the month (1 to 31, lists, ranges and steps)'],
    ['-1 * * * *', '"-1" is no minute (0 to 59, lists, ranges and steps)'],
    ['001 * * * *', '"001" is no minute (0 to 59, lists, ranges and steps)'],
  ])('refuses %j', (cron, fault) => {
    expect(readCronFields(cron)).toEqual({ fault });
  });

  const entry = (min: number, max: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min, max }).map(String),
      fc
        .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
        .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      fc.integer({ min: 1, max: 20 }).map((step) => `*/${step}`),
      fc.tuple(fc.integer({ min, max }), fc.integer({ min: 1, max: 20 })).map(([a, step]) => `${a}/${step}`)
    );

  it('names the minutes, hours, months and weekdays that croner matches', () => {
    const minuteOf2024 = fc.integer({ min: 0, max: 527_039 });
    fc.assert(
      fc.property(entry(0, 59), entry(0, 23), entry(1, 12), entry(0, 7), minuteOf2024, (m, h, month, day, minute) => {
        const read = fields(`${m} ${h} * ${month} ${day}`);
        const date = new Date(Date.UTC(2024, 0, 1) + minute * 60_000);
        const ours =
          read.minute.has(date.getUTCMinutes()) &&
          read.hour.has(date.getUTCHours()) &&
          read.month.has(date.getUTCMonth() + 1) &&
          read.weekday.has(date.getUTCDay());
        return new Cron(read.expression, { timezone: 'UTC' }).match(date) === ours;
      })
    );
  });
});
