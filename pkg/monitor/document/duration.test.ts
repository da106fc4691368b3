import { readDuration } from './duration.ts';
import { readExample } from './testing/examples.ts';

const read = (text: unknown) => readExample({ d: text }, (reader) => readDuration(reader, 'd'));
const hour = 3_600_000;

describe('readDuration', () => {
  it.each([
    ['P1D', 24 * hour],
    ['P30D', 720 * hour],
    ['PT4H', 4 * hour],
    ['PT15M', hour / 4],
    ['P1DT18H', 42 * hour],
    ['P1DT2H3M', 26 * hour + 180_000],
    ['PT0H', 0],
    ['P0D', 0],
    // Seconds pass the engine, not the schema.
    ['PT90S', 90_000],
    ['PT0.5S', 500],
    ['PT1.0009S', 1000],
    [null, null],
    [undefined, null],
  ])('%j is %j ms', (text, ms) => {
    expect(read(text)).toEqual({ value: ms, problems: [] });
  });

  it.each([
    ['P2W', 14 * 24 * hour],
    ['P1W1D', 8 * 24 * hour],
  ])('%s counts weeks of 7 days and says so', (text, ms) => {
    expect(read(text)).toEqual({
      value: ms,
      problems: [`note x.d: "${text}" counts in weeks, each 7 days here; WhyLabs' engine could not read weeks`],
    });
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '1D',
    'xP1D',
    'P1Dx',
    'p1d',
    '-P1D',
    'P-1D',
    'P1.5D',
    'PT1,5H',
    'PT1H1D',
    'P1H',
    '7',
  ])('refuses %j', (text) => {
    expect(read(text).refusal).toEqual([
      'x.d',
      'duration',
      'InvalidJson',
      `"${text}" is no ISO 8601 duration. Remedy: write it like P1D, PT4H or P1DT18H`,
    ]);
  });

  it.each([
    ['P1M', 'months'],
    ['P1M2D', 'months'],
    ['P1Y', 'years'],
    ['P1Y1M', 'years'],
  ])('refuses %s, which counts in %s', (text, unit) => {
    expect(read(text).refusal).toEqual([
      'x.d',
      'duration',
      'InvalidJson',
      `"${text}" counts in ${unit}, which have no exact length. Remedy: write it in days, as P30D`,
    ]);
  });

  it('takes minutes behind the T for minutes', () => {
    expect(read('PT1M')).toEqual({ value: 60_000, problems: [] });
  });

  it('refuses what is no text', () => {
    expect(read([]).refusal).toEqual(['x.d', 'wrong-type', 'InvalidJson', 'a text is expected, not a list']);
  });
});
