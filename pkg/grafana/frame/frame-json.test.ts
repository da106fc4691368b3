import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { tableFromArrays, tableToIPC } from 'apache-arrow';

import { thrownBy } from '../testing/thrown-by.ts';
import { decodeFrame } from './decode-frame.ts';
import { encodeFrame } from './encode-frame.ts';
import { frameJson } from './frame-json.ts';
import { nullableTimes } from './times.ts';

const golden = join(process.cwd(), 'tests', 'data', 'grafana', 'all_types.golden');

/** Go writes the shortest text of a 32-bit number; JavaScript has 64-bit numbers only. */
function asFloat32(column: readonly unknown[] | undefined): unknown[] {
  return (column ?? []).map((value) => (typeof value === 'number' ? Math.fround(value) : value));
}

describe('decodeFrame and frameJson', () => {
  it('read a frame of every type as its author wrote it as JSON', () => {
    const expected = JSON.parse(readFileSync(`${golden}.json`, 'utf8')) as {
      schema: { fields: { typeInfo: { frame: string }; config?: object }[] };
      data: { values: unknown[][] };
    };
    const actual = frameJson(decodeFrame(readFileSync(`${golden}.arrow`)), 'A');
    // An empty config is one that is left out.
    expect(JSON.parse(JSON.stringify(actual.schema))).toEqual({
      ...expected.schema,
      fields: expected.schema.fields.map(({ config, ...field }) =>
        config && Object.keys(config).length > 0 ? { ...field, config } : field
      ),
    });
    expect({ ...actual.data, values: [] }).toEqual({ ...expected.data, values: [] });
    for (const [index, { typeInfo }] of expected.schema.fields.entries()) {
      const isFloat32 = typeInfo.frame === 'float32';
      const [got, wanted] = [actual.data.values[index], expected.data.values[index]];
      expect(isFloat32 ? asFloat32(got) : got).toEqual(isFloat32 ? asFloat32(wanted) : wanted);
    }
  });

  it('leaves out what is not there', () => {
    expect(frameJson({ name: '', meta: {}, length: 0, fields: [] })).toEqual({
      schema: { fields: [] },
      data: { values: [] },
    });
  });

  it('rounds times before 1970 towards the past', () => {
    const times = { ...nullableTimes([0, null]), values: BigInt64Array.of(-1n, 0n) };
    const { bytes } = encodeFrame({ type: 'table', fields: [{ name: 't', values: times }] });
    expect(frameJson(decodeFrame(bytes)).data).toEqual({ values: [[-1, null]], nanos: [[999_999, 0]] });
  });

  it('refuse a column type that Grafana does not read', () => {
    const dictionary = tableToIPC(tableFromArrays({ column: ['a'] }), 'file');
    expect(thrownBy(() => decodeFrame(dictionary))).toMatchObject({
      code: 'not-a-frame',
      message:
        'the bytes are not a frame: field "column" has the type Dictionary<Int32, Utf8>, which Grafana does not read',
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('{"schema":{}}')],
    ['a file cut short', readFileSync(`${golden}.arrow`).subarray(0, 500)],
  ])('refuse %s', (_name, bytes) => {
    expect(thrownBy(() => decodeFrame(bytes))).toMatchObject({ name: 'FrameError', code: 'not-a-frame' });
  });
});
