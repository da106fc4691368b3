import type { Baseline } from './index.ts';
import { defaultBaseline, maxTrailingWindow } from './index.ts';
import { parseBaseline } from './baseline.ts';
import { JsonReader } from './json-reader.ts';
import { refusal } from './testing/refusal.ts';

function parse(baseline: unknown): Baseline | undefined {
  return parseBaseline(new JsonReader({ baseline }).optionalObject('baseline'));
}

describe('a baseline', () => {
  it.each<[unknown, Baseline | undefined]>([
    [undefined, undefined],
    [null, undefined],
    [{ type: 'TrailingWindow' }, { type: 'TrailingWindow', size: 7 }],
    [
      { type: 'TrailingWindow', size: null },
      { type: 'TrailingWindow', size: 7 },
    ],
    [
      { type: 'TrailingWindow', size: 1 },
      { type: 'TrailingWindow', size: 1 },
    ],
    [
      { type: 'TrailingWindow', size: 90, profileId: 'x' },
      { type: 'TrailingWindow', size: 90 },
    ],
    [
      { type: 'Reference', profileId: 'january', size: 7 },
      { type: 'Reference', profileId: 'january' },
    ],
  ])('%p is %p', (json, baseline) => {
    expect(parse(json)).toEqual(baseline);
  });

  it.each([0, -1, 91, 7.5, 1e21, -0])('refuses a window of %d', (size) => {
    expect(() => parse({ type: 'TrailingWindow', size })).toThrow(
      refusal('out-of-range', 'baseline.size', `${size} is no whole number of batches from 1 to 90`)
    );
  });

  it.each([
    [{}, refusal('missing', 'baseline.type', 'is missing')],
    [
      { type: 'CurrentBatch' },
      refusal('unknown-value', 'baseline.type', '"CurrentBatch" is none of TrailingWindow, Reference'),
    ],
    [
      { type: 'trailingwindow' },
      refusal('unknown-value', 'baseline.type', '"trailingwindow" is none of TrailingWindow, Reference'),
    ],
    [{ type: 'Reference' }, refusal('missing', 'baseline.profileId', 'is missing')],
    [{ type: 'Reference', profileId: '' }, refusal('missing', 'baseline.profileId', 'is missing')],
    [
      { type: 'TrailingWindow', size: '7' },
      refusal('wrong-type', 'baseline.size', 'a finite number is expected, not a string'),
    ],
    ['TrailingWindow', refusal('wrong-type', 'baseline', 'an object is expected, not a string')],
  ])('refuses %p', (json, expected) => {
    expect(() => parse(json)).toThrow(expected);
  });

  it('is seven batches when nothing is said, and at most ninety', () => {
    expect([defaultBaseline, maxTrailingWindow]).toEqual([{ type: 'TrailingWindow', size: 7 }, 90]);
  });
});
