import { booleans } from './booleans.ts';
import { decodeFrame } from './decode-frame.ts';
import { encodeFrame } from './encode-frame.ts';
import { enumeration } from './enumeration.ts';
import type { Frame } from './frame.ts';
import { integers } from './integers.ts';
import { numbers } from './numbers.ts';
import { json, strings } from './strings.ts';
import { nullableTimes, times } from './times.ts';

const series: Frame = {
  type: 'timeseries-multi',
  time: times([1, 2, 3]),
  value: { name: 'mean', labels: { column: 'age' }, values: numbers([1.5, null, 3]), config: { unit: 'ms', min: 0 } },
};

describe('encodeFrame', () => {
  it('writes an Arrow file that fills its buffer', () => {
    const { bytes } = encodeFrame(series);
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('ARROW1\u0000\u0000');
    expect(Buffer.from(bytes.subarray(-6)).toString('latin1')).toBe('ARROW1');
    expect(bytes.buffer.byteLength).toBe(bytes.byteLength);
  });

  it('gives plain data that survives a structured clone and a transfer', () => {
    const encoded = encodeFrame(series);
    expect(structuredClone(encoded)).toEqual(encoded);
    const copy = encoded.bytes.slice();
    const moved = structuredClone(encoded, { transfer: [encoded.bytes.buffer] });
    expect(moved).toEqual({ type: 'timeseries-multi', identities: ['{column="age"}'], bytes: copy });
    expect(encoded.bytes.byteLength).toBe(0);
  });

  it('gives equal bytes for equal frames', () => {
    expect(encodeFrame(series)).toEqual(encodeFrame({ ...series, time: times(Float64Array.of(1, 2, 3)) }));
  });

  it('declares a column nullable only where a row is absent, and times never', () => {
    const { fields } = decodeFrame(encodeFrame(series).bytes);
    expect(fields).toMatchObject([
      {
        name: 'time',
        arrowType: 'Timestamp<NANOSECOND>',
        nullable: false,
        values: [1_000_000n, 2_000_000n, 3_000_000n],
      },
      {
        name: 'mean',
        arrowType: 'Float64',
        nullable: true,
        labels: { column: 'age' },
        config: { unit: 'ms', min: 0 },
        values: [1.5, null, 3],
      },
    ]);
  });

  it('keeps fields of the same name apart', () => {
    const { bytes } = encodeFrame({
      type: 'timeseries-wide',
      time: times([1]),
      values: [
        { name: 'value', labels: { column: 'a' }, values: numbers([null]) },
        { name: 'value', labels: { column: 'b' }, values: integers(Int32Array.of(7)), config: { decimals: 2 } },
      ],
    });
    expect(decodeFrame(bytes).fields.slice(1)).toMatchObject([
      { name: 'value', labels: { column: 'a' }, nullable: true, arrowType: 'Float64', config: {}, values: [null] },
      {
        name: 'value',
        labels: { column: 'b' },
        nullable: false,
        arrowType: 'Int32',
        config: { decimals: 2 },
        values: [7],
      },
    ]);
  });

  it.each<[Frame, object, string[]]>([
    [series, { type: 'timeseries-multi', typeVersion: [0, 1] }, ['{column="age"}']],
    [{ type: 'timeseries-wide', time: times([]), values: [] }, { type: 'timeseries-wide', typeVersion: [0, 1] }, []],
    [
      { type: 'numeric-multi', value: { name: 'v', value: null } },
      { type: 'numeric-multi', typeVersion: [0, 1] },
      ['{}'],
    ],
    [
      {
        type: 'numeric-long',
        keys: [{ name: 'column', values: strings(['a', 'b']) }],
        value: { name: 'v', values: numbers([1, 2]), labels: { metric: 'mean' } },
      },
      { type: 'numeric-long', typeVersion: [0, 1] },
      ['{column="a",metric="mean"}', '{column="b",metric="mean"}'],
    ],
    [{ type: 'table', fields: [] }, { type: 'table', typeVersion: [0, 1] }, []],
    [
      { type: 'annotations', time: times([2, 1]), text: strings(['x', null]) },
      { type: 'table', typeVersion: [0, 1], dataTopic: 'annotations' },
      [],
    ],
    [{ type: 'no-data', of: 'timeseries-multi' }, { type: 'timeseries-multi', typeVersion: [0, 1] }, []],
    [{ type: 'custom', metaType: 'heatmap-cells', fields: [] }, { type: 'heatmap-cells', typeVersion: [0, 1] }, []],
    [{ type: 'custom', metaType: null, fields: [] }, {}, []],
  ])('says what it is: $type', (frame, meta, identities) => {
    const encoded = encodeFrame(frame);
    expect(encoded.identities).toEqual(identities);
    expect(encoded.type).toBe(frame.type);
    expect(decodeFrame(encoded.bytes).meta).toEqual(meta);
  });

  it('writes what the frame says about itself', () => {
    const meta = {
      notices: [{ severity: 'warning', text: 'one profile is unreadable', inspect: 'meta' }],
      stats: [{ displayName: 'profiles', value: 3 }],
      custom: { nested: [1, null, 'ü'] },
      executedQueryString: 'mean of age',
      channel: 'ds/uid/path',
    } as const;
    const { bytes } = encodeFrame({ ...series, name: 'name', meta });
    expect(decodeFrame(bytes)).toMatchObject({ name: 'name', meta });
  });

  it('has one row and one field for a number, of its own type', () => {
    for (const [value, arrowType] of [
      [1.5, 'Float64'],
      [true, 'Bool'],
      [null, 'Float64'],
    ] as const) {
      const { bytes } = encodeFrame({ type: 'numeric-multi', value: { name: 'v', value } });
      expect(decodeFrame(bytes)).toMatchObject({ length: 1, fields: [{ name: 'v', arrowType, values: [value] }] });
    }
  });

  it('has no field and no row for no data', () => {
    expect(decodeFrame(encodeFrame({ type: 'no-data', of: 'numeric-multi' }).bytes)).toEqual({
      name: '',
      meta: { type: 'numeric-multi', typeVersion: [0, 1] },
      length: 0,
      fields: [],
    });
  });

  it('puts annotations under the names that Grafana looks for', () => {
    const { bytes } = encodeFrame({
      type: 'annotations',
      time: times([1]),
      timeEnd: nullableTimes([null]),
      title: strings(['t']),
      text: strings(['x']),
      tags: strings(['a,b']),
      id: strings(['1']),
      fields: [{ name: 'more', values: numbers([1]) }],
    });
    const names = decodeFrame(bytes).fields.map(({ name }) => name);
    expect(names).toEqual(['time', 'timeEnd', 'title', 'text', 'tags', 'id', 'more']);
  });

  it('writes every kind of column at its edges, without dictionaries', () => {
    const fields = [
      { name: 'number', values: numbers([NaN, -Infinity, -0, null], { notFinite: 'keep' }) },
      { name: 'int8', values: integers(Int8Array.of(-128, 127, 0, 1)) },
      { name: 'uint64', values: integers(BigUint64Array.of(2n ** 64n - 1n, 0n, 0n, 0n)) },
      { name: 'boolean', values: booleans([true, null, false, true]) },
      { name: 'string', values: strings(['', 'ü😀', null, '\u0000']) },
      { name: 'json', values: json([{ a: [1] }, null, 0, 'x']) },
      { name: 'enum', values: enumeration([0, 1, null, 1], ['x', 'y']) },
      { name: 'time', values: nullableTimes([-1, null, 0, 1]) },
    ];
    const decoded = decodeFrame(encodeFrame({ type: 'table', fields }).bytes);
    expect(decoded.fields.map(({ arrowType, values }) => [arrowType, values])).toEqual([
      ['Float64', [NaN, -Infinity, -0, null]],
      ['Int8', [-128, 127, 0, 1]],
      ['Uint64', [2n ** 64n - 1n, 0n, 0n, 0n]],
      ['Bool', [true, null, false, true]],
      ['Utf8', ['', 'ü😀', null, '\u0000']],
      ['Binary', [{ a: [1] }, null, 0, 'x']],
      ['Uint16', [0, 1, null, 1]],
      ['Timestamp<NANOSECOND>', [-1_000_000n, null, 0n, 1_000_000n]],
    ]);
    expect(decoded.fields[6]).toMatchObject({ type: 'enum', config: { type: { enum: { text: ['x', 'y'] } } } });
  });

  it('takes views into a larger buffer, and shared memory', () => {
    const shared = new Float64Array(new SharedArrayBuffer(32));
    shared.set([9, 1, 2, 9]);
    const fields = [
      { name: 'shared', values: numbers(shared.subarray(1, 3)) },
      { name: 'view', values: integers(Int16Array.of(9, 3, 4, 9).subarray(1, 3)) },
    ];
    expect(decodeFrame(encodeFrame({ type: 'table', fields }).bytes).fields).toMatchObject([
      { values: [1, 2] },
      { values: [3, 4] },
    ]);
  });
});
