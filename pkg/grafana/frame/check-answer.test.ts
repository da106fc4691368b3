import { thrownBy } from '../testing/thrown-by.ts';
import { checkAnswer } from './check-answer.ts';
import type { EncodedFrame, FrameType } from './frame.ts';

function frame(type: FrameType, ...identities: string[]): EncodedFrame {
  return { type, identities, bytes: new Uint8Array() };
}

describe('the frames of one refId', () => {
  it.each<[string, EncodedFrame[]]>([
    ['nothing', []],
    ['one of each label set', [frame('numeric-multi', '{a="1"}'), frame('numeric-multi', '{a="2"}')]],
    [
      'tables and custom frames beside each other',
      [frame('table'), frame('custom'), frame('annotations'), frame('table')],
    ],
    ['one wide frame', [frame('timeseries-wide', '{a="1"}', '{a="2"}')]],
  ])('may be %s', (_name, frames) => {
    expect(checkAnswer(frames)).toBeUndefined();
  });

  it.each<[string, EncodedFrame[], { code: string; message: string }]>([
    [
      'the same labels in two frames',
      [frame('timeseries-multi', '{a="1"}'), frame('timeseries-multi', '{a="1"}')],
      {
        code: 'duplicate-identity',
        message:
          'two results have the labels {a="1"}: alert rules tell results apart by their labels alone, so add one that differs',
      },
    ],
    [
      'a series beside a table',
      [frame('table'), frame('timeseries-multi', '{}')],
      {
        code: 'mixed-types',
        message:
          'frames of the types table, timeseries-multi in one answer: beside timeseries-multi every frame must be timeseries-multi',
      },
    ],
    [
      'no data beside data',
      [frame('numeric-multi', '{}'), frame('no-data')],
      {
        code: 'mixed-types',
        message:
          'frames of the types numeric-multi, no-data in one answer: beside numeric-multi every frame must be numeric-multi',
      },
    ],
    [
      'two wide frames, of which Grafana reads one',
      [frame('timeseries-wide', '{a="1"}'), frame('timeseries-wide', '{a="2"}')],
      {
        code: 'mixed-types',
        message: '2 frames of the type timeseries-wide in one answer: Grafana reads only the first',
      },
    ],
  ])('may not be %s', (_name, frames, error) => {
    expect(thrownBy(() => checkAnswer(frames))).toMatchObject(error);
  });
});
