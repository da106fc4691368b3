import { thrownBy } from '../testing/thrown-by.ts';
import { encodeFrame } from './encode-frame.ts';
import type { FieldConfig } from './field.ts';
import type { Frame } from './frame.ts';
import { numbers } from './numbers.ts';
import { strings } from './strings.ts';
import { times } from './times.ts';

const one = numbers([1]);
const two = numbers([1, 2]);

function configured(config: FieldConfig): Frame {
  return { type: 'table', fields: [{ name: 'f', values: one, config }] };
}

describe('a frame that Grafana would refuse or misread', () => {
  it.each<[string, Frame, { code: string; message: string }]>([
    [
      'times that are not ascending',
      { type: 'timeseries-multi', time: times([2, 1]), value: { name: 'v', values: two } },
      {
        code: 'time-order',
        message:
          'time of row 1 (1000000 ns) is before that of the row above: series need ascending times without duplicates',
      },
    ],
    [
      'the same time twice',
      { type: 'timeseries-wide', time: times([1, 1]), values: [{ name: 'v', values: two }] },
      {
        code: 'time-order',
        message:
          'time of row 1 (1000000 ns) is the same as that of the row above: series need ascending times without duplicates',
      },
    ],
    [
      'columns of different lengths',
      { type: 'timeseries-multi', time: times([1, 2]), value: { name: 'v', values: one } },
      { code: 'length', message: 'field "v" has 1 rows, "time" has 2: all need as many' },
    ],
    [
      'a label name that would be rewritten',
      { type: 'numeric-multi', value: { name: 'v', value: 1, labels: { 'a.b': 'c' } } },
      {
        code: 'labels',
        message: 'field "v": label name "a.b" is not a Prometheus name: use letters, digits and _, not a digit first',
      },
    ],
    [
      'an empty label',
      { type: 'table', fields: [{ name: 'v', values: one, labels: { a: '' } }] },
      { code: 'labels', message: 'field "v": label a is empty: leave it out or give it a value' },
    ],
    [
      'two series of a frame with the same labels',
      {
        type: 'timeseries-wide',
        time: times([1]),
        values: [
          { name: 'v', values: one, labels: { a: 'b' } },
          { name: 'w', values: one, labels: { a: 'b' } },
        ],
      },
      {
        code: 'duplicate-identity',
        message:
          'two results have the labels {a="b"}: alert rules tell results apart by their labels alone, so add one that differs',
      },
    ],
    [
      'two rows with the same keys',
      { type: 'numeric-long', keys: [{ name: 'k', values: strings(['a', 'a']) }], value: { name: 'v', values: two } },
      {
        code: 'duplicate-identity',
        message:
          'two results have the labels {k="a"}: alert rules tell results apart by their labels alone, so add one that differs',
      },
    ],
    [
      'a key that is no label name',
      { type: 'numeric-long', keys: [{ name: 'a b', values: strings(['x']) }], value: { name: 'v', values: one } },
      {
        code: 'labels',
        message: 'field "a b" becomes a label: take a Prometheus name (letters, digits, _)',
      },
    ],
    [
      'an absent key',
      { type: 'numeric-long', keys: [{ name: 'k', values: strings(['x', null]) }], value: { name: 'v', values: two } },
      { code: 'labels', message: 'field "k" becomes a label, but row 1 is absent or empty' },
    ],
    [
      'an empty key',
      { type: 'numeric-long', keys: [{ name: 'k', values: strings(['']) }], value: { name: 'v', values: one } },
      { code: 'labels', message: 'field "k" becomes a label, but row 0 is absent or empty' },
    ],
    [
      'a number that is none',
      { type: 'numeric-multi', value: { name: 'v', value: NaN } },
      {
        code: 'not-finite',
        message: `value of row 0 is NaN: use null or presence for "no value", or notFinite: 'keep' if the data held it`,
      },
    ],
    [
      'a custom frame under the name of a contract',
      { type: 'custom', metaType: 'timeseries-long', fields: [] },
      {
        code: 'reserved-type',
        message:
          'a custom frame cannot have the type timeseries-long: return a frame of that type, or take another name',
      },
    ],
    [
      'decimals that do not fit',
      configured({ decimals: 65536 }),
      { code: 'config', message: 'field "f": decimals is 65536; give an integer from 0 to 65535' },
    ],
    [
      'decimals that are no integer',
      configured({ decimals: 0.5 }),
      { code: 'config', message: 'field "f": decimals is 0.5; give an integer from 0 to 65535' },
    ],
    [
      'a minimum that is no number',
      configured({ min: NaN }),
      { code: 'config', message: 'field "f": min is NaN; give a finite number or leave it out' },
    ],
    [
      'an infinite interval',
      configured({ interval: Infinity }),
      { code: 'config', message: 'field "f": interval is Infinity; give a finite number or leave it out' },
    ],
    [
      'a config that JSON cannot say',
      configured({ custom: { a: 1n } }),
      { code: 'config', message: 'field "f": config cannot be written as JSON' },
    ],
    [
      'a statistic that is no number',
      { type: 'table', fields: [], meta: { stats: [{ displayName: 's', value: NaN }] } },
      { code: 'meta', message: 'stat "s" is NaN; give a finite number or leave it out' },
    ],
    [
      'a row identity of a field that is not there',
      { type: 'table', fields: [], meta: { uniqueRowIdFields: [0] } },
      { code: 'meta', message: 'uniqueRowIdFields names field 0; there are 0' },
    ],
    [
      'meta that JSON cannot say',
      { type: 'table', fields: [], meta: { custom: { a: 1n } } },
      { code: 'meta', message: 'meta cannot be written as JSON' },
    ],
  ])('%s', (_name, frame, error) => {
    expect(thrownBy(() => encodeFrame(frame))).toMatchObject({ name: 'FrameError', ...error });
  });

  it.each<[string, Frame]>([
    ['one row', { type: 'timeseries-multi', time: times([1]), value: { name: 'v', values: one } }],
    ['no row', { type: 'timeseries-multi', time: times([]), value: { name: 'v', values: numbers([]) } }],
    ['limits of decimals', configured({ decimals: 65535, min: -Number.MAX_VALUE, max: Number.MAX_VALUE })],
    ['NaN that the data held', { type: 'numeric-multi', value: { name: 'v', value: NaN, notFinite: 'keep' } }],
    [
      'times of annotations in any order',
      { type: 'annotations', time: times([2, 1, 1]), text: strings(['a', 'b', 'c']) },
    ],
    [
      'a table without labels',
      {
        type: 'table',
        fields: [
          { name: 'v', values: one },
          { name: 'v', values: one },
        ],
      },
    ],
  ])('but takes %s', (_name, frame) => {
    expect(encodeFrame(frame).bytes.length).toBeGreaterThan(0);
  });
});
