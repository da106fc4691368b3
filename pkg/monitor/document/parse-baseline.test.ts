import { needBaseline, readBaseline } from './parse-baseline.ts';
import { readExample } from './testing/examples.ts';

const read = (baseline: unknown) => readExample({ baseline }, readBaseline);
const window = { type: 'TrailingWindow', exclusionRanges: [], exclusionSchedule: null };
const range = { start: '2022-01-01T00:00:00Z', end: '2022-01-02T00:00:00Z' };
const rangeMs = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 2) };

describe('readBaseline', () => {
  it.each([
    [
      { type: 'TrailingWindow', size: 14 },
      { ...window, size: 14 },
    ],
    [
      { type: 'TrailingWindow', size: 4 },
      { ...window, size: 4 },
    ],
    [
      { type: 'TrailingWindow', size: 90 },
      { ...window, size: 90 },
    ],
    [{ type: 'TrailingWindow' }, { ...window, size: 7 }],
    [
      {
        type: 'TrailingWindow',
        size: 7,
        exclusionRanges: [range],
        exclusionSchedule: { type: 'cron', cron: '0 0 * * 6' },
        inheritSegment: true,
        datasetId: 'm',
      },
      { ...window, size: 7, exclusionRanges: [rangeMs], exclusionSchedule: { cron: '0 0 * * 6', exclusionRanges: [] } },
    ],
    [
      { type: 'TimeRange', range, inheritSegment: true, datasetId: 'm' },
      { type: 'TimeRange', range: rangeMs },
    ],
    [
      { type: 'Reference', profileId: 'ref-1', inheritSegment: true, datasetId: 'm' },
      { type: 'Reference', profileId: 'ref-1' },
    ],
    [
      { type: 'CurrentBatch', offset: 0 },
      { type: 'CurrentBatch', offset: 0 },
    ],
    [
      { type: 'CurrentBatch', offset: 7, datasetId: 'm', inheritSegment: true },
      { type: 'CurrentBatch', offset: 7 },
    ],
    [null, null],
    [undefined, null],
  ])('reads %j', (baseline, expected) => {
    expect(read(baseline)).toEqual({ value: expected, problems: [] });
  });

  it.each([
    [3, 'note x.baseline.size: WhyLabs lets a document be saved with 4 to 90 buckets; 3 are evaluated all the same'],
    [91, 'note x.baseline.size: WhyLabs lets a document be saved with 4 to 90 buckets; 91 are evaluated all the same'],
    [
      10_000,
      'note x.baseline.size: WhyLabs lets a document be saved with 4 to 90 buckets; 10000 are evaluated all the same',
    ],
  ])('evaluates a window of %d, which an editor does not save', (size, note) => {
    expect(read({ type: 'TrailingWindow', size })).toEqual({ value: { ...window, size }, problems: [note] });
  });

  it('notes the offset of a window, which is ignored', () => {
    expect(read({ type: 'TrailingWindow', size: 7, offset: 1 })).toEqual({
      value: { ...window, size: 7 },
      problems: ["note x.baseline.offset: ignored, as by WhyLabs' engine: the window ends just before the target"],
    });
  });

  it.each([
    [
      { type: 'TrailingWindow', size: 0 },
      'x.baseline.size',
      'out-of-range',
      'InvalidJson',
      'a window of 0 buckets holds nothing. Remedy: 4 to 90',
    ],
    [
      { type: 'TrailingWindow', size: 10_001 },
      'x.baseline.size',
      'out-of-range',
      'InvalidJson',
      '10001 buckets are more than a target may look at. Remedy: at most 10000',
    ],
    [
      { type: 'CurrentBatch', offset: 1e15 },
      'x.baseline.offset',
      'out-of-range',
      'InvalidJson',
      '1000000000000000 buckets are more than a target may look at. Remedy: at most 10000',
    ],
    [
      { type: 'CurrentBatch' },
      'x.baseline.offset',
      'missing',
      'ConfigMissingRequiredField',
      'CurrentBatch needs the number of buckets before the target. Remedy: add offset, such as 1; 0 is the target itself',
    ],
    [
      { type: 'CurrentBatch', offset: -1 },
      'x.baseline.offset',
      'out-of-range',
      'InvalidJson',
      '-1 lies after the target. Remedy: 0 for the target itself, 1 for the bucket before it',
    ],
    [
      { type: 'TimeRange' },
      'x.baseline.range',
      'missing',
      'ConfigMissingRequiredField',
      'TimeRange needs a range. Remedy: add range with start and end',
    ],
    [
      { type: 'Reference' },
      'x.baseline.profileId',
      'missing',
      'ConfigMissingRequiredField',
      'Reference needs a profile. Remedy: add profileId',
    ],
    [
      { type: 'Reference', profileId: '' },
      'x.baseline.profileId',
      'missing',
      'ConfigMissingRequiredField',
      'Reference needs a profile. Remedy: add profileId',
    ],
    [
      { size: 7 },
      'x.baseline.type',
      'missing',
      'ConfigMissingRequiredField',
      'the type of the baseline is missing. Remedy: add TrailingWindow, TimeRange, Reference or CurrentBatch',
    ],
    [
      { type: 'Trailing' },
      'x.baseline.type',
      'unknown-value',
      'InvalidJson',
      '"Trailing" is none of TrailingWindow, TimeRange, Reference, CurrentBatch',
    ],
  ])('refuses %j', (baseline, ...refusal) => {
    expect(read(baseline).refusal).toEqual(refusal);
  });

  it('notes unknown keys', () => {
    expect(read({ type: 'TrailingWindow', siz: 7 }).problems).toEqual([
      'note x.baseline.siz: this key is unknown; it is kept and has no effect. Remedy: is "size" meant?',
    ]);
  });
});

describe('needBaseline', () => {
  it('says what to add', () => {
    expect(readExample({}, needBaseline).refusal).toEqual([
      'x.baseline',
      'missing',
      'ConfigMissingRequiredField',
      'this analyzer needs a baseline. Remedy: add one, such as {"type": "TrailingWindow", "size": 7}',
    ]);
    expect(readExample({ baseline: { type: 'CurrentBatch', offset: 1 } }, needBaseline).value).toEqual({
      type: 'CurrentBatch',
      offset: 1,
    });
  });
});
