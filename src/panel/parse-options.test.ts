import { migrateOptions, takeOver } from './migrations.ts';
import { defaultOptions, mostCategories } from './options.ts';
import { parseOptions } from './parse-options.ts';

describe('stored options', () => {
  it.each([
    [undefined],
    [null],
    [{}],
    ['x'],
    [[]],
    [{ yMode: 'log', xScale: 'share', baselineStyle: 1, showSpecialValues: 'yes', profile: 3 }],
  ])('that are %j are the defaults', (stored) => {
    expect(parseOptions(stored)).toEqual(defaultOptions);
  });

  it('are kept', () => {
    const options = {
      xScale: 'symlog',
      yMode: 'density',
      baselineStyle: 'filled',
      showSpecialValues: false,
      showContributions: false,
      categoryOrder: 'baseline',
      maxCategories: 7,
      profile: '$column',
    };
    expect(parseOptions({ ...options, unknown: 1 })).toEqual(options);
  });

  it.each([
    [0, 1],
    [-3, 1],
    [1, 1],
    [100, 100],
    [1e9, mostCategories],
    [7.5, 20],
    [NaN, 20],
    ['7', 20],
  ])('have %p categories at most: %d', (maxCategories, rows) => {
    expect(parseOptions({ maxCategories }).maxCategories).toBe(rows);
  });
});

describe('migration', () => {
  it('completes options, and changes nothing the second time', () => {
    const stored = Object.freeze({ yMode: 'count' as const });
    const once = migrateOptions({ options: stored });
    expect(once).toEqual({ ...defaultOptions, yMode: 'count' });
    expect(migrateOptions({ options: once })).toEqual(once);
  });

  it.each([
    ['histogram', 'count'],
    ['timeseries', 'auto'],
    ['', 'auto'],
  ])('from the panel %p shows bars as %s', (previous, yMode) => {
    const panel = { options: {} } as Parameters<typeof takeOver>[0];
    expect(takeOver(panel, previous, { bucketCount: 30 }, { defaults: {}, overrides: [] })).toEqual({
      ...defaultOptions,
      yMode,
    });
  });
});
