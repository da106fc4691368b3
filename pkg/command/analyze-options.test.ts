import { analyzeUsage, parseAnalyzeOptions } from './analyze-options.ts';

const now = Date.UTC(2026, 2, 9, 12);
const needed = ['--store', 'S', '--dataset', 'd', '--from', '2026-03-01', '--to', '2026-03-08'];

/** The words without an option and its value. */
function without(name: string): readonly string[] {
  const i = needed.indexOf(name);
  return [...needed.slice(0, i), ...needed.slice(i + 2)];
}

/** The words with another value for an option. */
function withValue(name: string, value: string): readonly string[] {
  return [...without(name), name, value];
}

describe('the words behind driftglass analyze', () => {
  it('have defaults', () => {
    expect(parseAnalyzeOptions(needed, now)).toEqual({
      store: 'S',
      datasetId: 'd',
      monitor: undefined,
      analyzerIds: [],
      fromMs: Date.UTC(2026, 2, 1),
      toMs: Date.UTC(2026, 2, 8),
      asOfMs: now,
      all: false,
      form: 'table',
    });
  });

  it('can say all', () => {
    const words = ['--monitor', 'm.json', '--analyzer', 'a', '--analyzer', 'b', '--as-of', '2026-03-08T01:30:00+01:00'];
    expect(parseAnalyzeOptions([...needed, ...words, '--all', '--json'], now)).toMatchObject({
      monitor: 'm.json',
      analyzerIds: ['a', 'b'],
      asOfMs: Date.UTC(2026, 2, 8, 0, 30),
      all: true,
      form: 'records',
    });
  });

  it('choose messages', () => {
    expect(parseAnalyzeOptions([...needed, '--messages'], now)).toMatchObject({ form: 'messages' });
  });

  it.each([
    [[...needed, '--json', '--messages'], '--json prints results and --messages what the monitors send; choose one'],
    [without('--store'), '--store is missing'],
    [without('--dataset'), '--dataset is missing'],
    [without('--from'), '--from is missing'],
    [without('--to'), '--to is missing'],
    [withValue('--store', ''), '--store is missing'],
    [
      withValue('--from', 'yesterday'),
      '--from is "yesterday", which is no day and no time with its zone, such as 2026-03-08T00:00:00Z',
    ],
    [
      withValue('--to', '2026-02-30'),
      '--to is "2026-02-30", which is no day and no time with its zone, such as 2026-03-08T00:00:00Z',
    ],
    [
      withValue('--from', '2026-03-01T00:00:00'),
      '--from is "2026-03-01T00:00:00", which is no day and no time with its zone, such as 2026-03-08T00:00:00Z',
    ],
    [
      withValue('--to', '2026-03-01'),
      '--to is not after --from; the range is half-open, so one day needs the next as --to',
    ],
    [
      withValue('--to', '2026-02-01'),
      '--to is not after --from; the range is half-open, so one day needs the next as --to',
    ],
  ])('%p are refused', (words, text) => {
    expect(() => parseAnalyzeOptions(words, now)).toThrow(`${text}. Usage: ${analyzeUsage}`);
  });

  it('are no others', () => {
    expect(() => parseAnalyzeOptions([...needed, '--speed', '9'], now)).toThrow(
      /'--speed'.*Usage: driftglass analyze/s
    );
    expect(() => parseAnalyzeOptions([...needed, 'more'], now)).toThrow(/'more'.*Usage: driftglass analyze/s);
  });
});
