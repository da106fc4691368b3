import { readExample } from './testing/examples.ts';
import { readTimeRange, readTimeRanges } from './time-range.ts';

const end = '2030-01-01T00:00:00Z';
const endMs = Date.UTC(2030, 0, 1);

describe('readTimeRange', () => {
  it.each([
    ['2022-02-25T00:00:00Z', Date.UTC(2022, 1, 25)],
    ['2022-02-25T00:00Z', Date.UTC(2022, 1, 25)],
    ['2022-02-25T00:00:00.000Z', Date.UTC(2022, 1, 25)],
    ['2022-02-25T00:00:00.123456789Z', Date.UTC(2022, 1, 25, 0, 0, 0, 123)],
    ['2022-02-25T02:00:00+02:00', Date.UTC(2022, 1, 25)],
    ['2022-02-24T19:30:00-04:30', Date.UTC(2022, 1, 25)],
    ['2024-02-29T12:00:00Z', Date.UTC(2024, 1, 29, 12)],
  ])('reads %s', (start, startMs) => {
    expect(readExample({ start, end }, readTimeRange)).toEqual({ value: { startMs, endMs }, problems: [] });
  });

  it.each([
    // As WhyLabs' guide prints it.
    ['2022-02-25T00:00:000Z', 'put a point before the milliseconds, as in 2022-02-25T00:00:00.000Z'],
    ['2022-02-25T00:00:00:000Z', 'put a point before the milliseconds, as in 2022-02-25T00:00:00.000Z'],
    ['2022-02-25T00:00:00', 'say where, as in 2022-02-25T00:00:00Z'],
    ['2022-02-25', 'say where, as in 2022-02-25T00:00:00Z'],
    ['2022-02-30T00:00:00Z', 'write it like 2022-02-25T00:00:00Z'],
    ['2023-02-29T00:00:00Z', 'write it like 2022-02-25T00:00:00Z'],
    ['2022-13-01T00:00:00Z', 'write it like 2022-02-25T00:00:00Z'],
    ['2022-02-25T25:00:00Z', 'write it like 2022-02-25T00:00:00Z'],
    ['yesterday', 'write it like 2022-02-25T00:00:00Z'],
    ['', 'write it like 2022-02-25T00:00:00Z'],
    ['x2022-02-25T00:00:00Z', 'write it like 2022-02-25T00:00:00Z'],
    ['2022-02-25T00:00:00Zx', 'write it like 2022-02-25T00:00:00Z'],
  ])('refuses %j', (start, hint) => {
    expect(readExample({ start, end }, readTimeRange).refusal).toEqual([
      'x.start',
      'time',
      'InvalidJson',
      `"${start}" is no time. Remedy: ${hint}`,
    ]);
  });

  it.each([
    [{ end }, 'x.start'],
    [{ start: '2022-02-25T00:00:00Z' }, 'x.end'],
    [{ start: '2022-02-25T00:00:00Z', end: null }, 'x.end'],
  ])('needs both ends: %j', (range, path) => {
    expect(readExample(range, readTimeRange).refusal).toEqual([
      path,
      'missing',
      'ConfigMissingRequiredField',
      'the time is missing. Remedy: write it like 2022-02-25T00:00:00Z',
    ]);
  });

  it.each(['2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z'])('warns of a range from %s that holds nothing', (start) => {
    expect(readExample({ start, end }, readTimeRange).problems).toEqual([
      'warning x: the range ends where it begins or earlier, so nothing lies in it. Remedy: swap start and end',
    ]);
  });

  it('notes unknown keys', () => {
    expect(readExample({ start: '2022-02-25T00:00:00Z', end, ende: 1 }, readTimeRange).problems).toEqual([
      'note x.ende: this key is unknown; it is kept and has no effect. Remedy: is "end" meant?',
    ]);
  });
});

describe('readTimeRanges', () => {
  it('is empty where there are none', () => {
    expect(readExample({}, (reader) => readTimeRanges(reader, 'r'))).toEqual({ value: [], problems: [] });
  });

  it('reads each, and says which cannot be read', () => {
    const range = { start: '2022-02-25T00:00:00Z', end };
    expect(readExample({ r: [range] }, (reader) => readTimeRanges(reader, 'r')).value).toEqual([
      { startMs: Date.UTC(2022, 1, 25), endMs },
    ]);
    expect(readExample({ r: [range, { end }] }, (reader) => readTimeRanges(reader, 'r')).refusal?.[0]).toBe(
      'x.r[1].start'
    );
  });
});
