import { analyzerExample, documentExample, lines } from '../testing/examples.ts';
import { saveProblems } from './save-problems.ts';

function problems(granularity: string, cron: string): readonly string[] {
  return lines(
    saveProblems(documentExample({ granularity, analyzers: [analyzerExample({ schedule: { type: 'cron', cron } })] }))
  );
}

describe('cron expressions of analyzers', () => {
  it.each([
    ['hourly', '0 * * * *'],
    ['hourly', '0 8-17 * * 1-5'],
    ['hourly', '0 0 * * * *'],
    ['daily', '0 0 * * *'],
    ['daily', '0 0 * * 1-5'],
    ['daily', '@daily'],
    ['weekly', '0 0 * * 1'],
    ['weekly', '0 0 * * *'],
    ['weekly', '0 0 * * 0,1'],
    ['weekly', '0 0 1 * 3'],
    ['monthly', '0 0 1 * *'],
    ['monthly', '@monthly'],
    ['monthly', '0 0 1 1,4,7,10 *'],
  ])('%s batches may have %s', (granularity, cron) => {
    expect(problems(granularity, cron)).toEqual([]);
  });

  it.each([
    ['hourly', '30 * * * *', 'minute 0'],
    ['hourly', '30 0 * * * *', 'minute 0'],
    ['daily', '0 19 * * *', 'hour 0'],
    ['daily', '5 19 * * *', 'minute 0 and hour 0'],
    ['weekly', '0 0 * * 0', 'Monday'],
    ['weekly', '@weekly', 'Monday'],
    ['weekly', '0 1 * * 2', 'hour 0 and Monday'],
    ['monthly', '0 0 15 * *', 'day 1'],
    ['monthly', '0 5 2-31 * *', 'hour 0 and day 1'],
  ])('%s batches never match %s', (granularity, cron, missed) => {
    expect(problems(granularity, cron)).toEqual([
      `error analyzers[0].schedule.cron: a ${granularity} batch begins at ${missed}, which this expression never matches. Remedy: include ${missed}`,
    ]);
  });

  it.each([
    ['hourly', '* * * * *', 'minute 0'],
    ['hourly', '*/15 * * * *', 'minute 0'],
    ['daily', '0 * * * *', 'hour 0'],
    ['daily', '* * * * *', 'minute 0 and hour 0'],
    ['weekly', '0 0,12 * * 1', 'hour 0'],
    ['monthly', '0 0 * * *', 'day 1'],
    ['monthly', '0 0 15 * 1', 'day 1'],
  ])('%s batches match %s, and times that never come', (granularity, cron, loose) => {
    expect(problems(granularity, cron)).toEqual([
      `warning analyzers[0].schedule.cron: a ${granularity} batch begins at ${loose}; other times never match. Remedy: name only ${loose}`,
    ]);
  });

  it('are not looked at where there is no granularity to hold them against, and in other schedules', () => {
    const cron = { type: 'cron', cron: '30 5 * * *' };
    const fixed = { type: 'fixed', cadence: 'daily', cron: '30 5 * * *' };
    const found = (source: unknown) => lines(saveProblems(source)).filter((line) => line.includes('batch begins'));
    expect(
      found(documentExample({ granularity: undefined, analyzers: [analyzerExample({ schedule: cron })] }))
    ).toEqual([]);
    expect(found(documentExample({ analyzers: [analyzerExample({ schedule: fixed })] }))).toEqual([]);
  });
});
