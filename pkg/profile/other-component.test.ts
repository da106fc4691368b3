import {
  emptyKll,
  FrequentItemsBuilder,
  HllBuilder,
  KllBuilder,
  writeFrequentItems,
  writeHll,
  writeKll,
} from '../sketch/index.ts';
import { bytesSource } from './byte-source.ts';
import type { ColumnProfile } from './column-profile.ts';
import { decodeColumn } from './decode-column.ts';
import { describeColumn } from './describe-column.ts';
import { encodeColumn } from './encode-column.ts';
import { mergeColumnProfiles } from './merge-columns.ts';
import { openProfiles } from './open-profiles.ts';
import { buildChunk, buildV1, integer } from './testing/build-v1.ts';
import { WireWriter } from './wire-writer.ts';

/** Decodes a column of one custom component, `mine/x`. */
async function decode(component: Uint8Array): Promise<ColumnProfile> {
  const file = buildV1({ data: buildChunk([[0, component]]), paths: [[0, 'mine/x']], columns: [['a', [0]]] });
  const [profile] = await openProfiles(bytesSource('day.bin', file));
  return decodeColumn((await profile!.readColumn('a'))!);
}

const typed = (typeId: number): WireWriter => new WireWriter().uint(1, typeId);
const wrapped = (sketch: Uint8Array): Uint8Array => new WireWriter().message(1, sketch).finish();

const kll = new KllBuilder(200, 1);
const hll = new HllBuilder();
const items = new FrequentItemsBuilder();
for (const value of [1, 2, 3]) {
  kll.update(value);
  hll.updateInteger(value);
  items.update(String(value));
}

// Field numbers and registry of spec 1.2 and 1.3.
describe('components of custom metrics', () => {
  test.each<[string, Uint8Array, object, unknown]>([
    ['an integer', integer(-5n, 0), { kind: 'integer', typeId: 0, value: -5n }, -5],
    ['one of 64 bits', integer(2n ** 62n, 1), { kind: 'integer', typeId: 1, value: 2n ** 62n }, '4611686018427387904'],
    ['a double', new WireWriter().double(3, -0).finish(), { kind: 'double', typeId: 0, value: -0 }, '-0'],
    [
      'bytes',
      typed(101).message(10, Uint8Array.of(1, 2)).finish(),
      { kind: 'bytes', typeId: 101, field: 10 },
      { typeId: 101, bytes: 2 },
    ],
    [
      'a CPC sketch',
      new WireWriter().message(7, Uint8Array.of(9)).finish(),
      { kind: 'bytes', typeId: 0, field: 7 },
      { typeId: 0, bytes: 1 },
    ],
    [
      'an Any',
      new WireWriter().message(12, Uint8Array.of(9)).finish(),
      { kind: 'bytes', typeId: 0, field: 12 },
      { typeId: 0, bytes: 1 },
    ],
    ['nothing', typed(7).finish(), { kind: 'bytes', typeId: 7, field: 0 }, { typeId: 7, bytes: 0 }],
    [
      'a field of a later whylogs',
      new WireWriter().uint(20, 3).finish(),
      { kind: 'bytes', typeId: 0, field: 0 },
      { typeId: 0, bytes: 0 },
    ],
    [
      'a KLL sketch',
      new WireWriter().message(6, wrapped(writeKll(kll.toSketch()))).finish(),
      { kind: 'kll', typeId: 0 },
      expect.objectContaining({ n: 3, mean: null }),
    ],
    [
      'an HLL sketch',
      new WireWriter().message(5, wrapped(writeHll(hll.toSketch()))).finish(),
      { kind: 'hll', typeId: 0 },
      expect.objectContaining({ coupons: 3 }),
    ],
    [
      'frequent items',
      new WireWriter().message(4, wrapped(writeFrequentItems(items.toSketch()))).finish(),
      { kind: 'frequent-items', typeId: 0 },
      expect.objectContaining({ totalWeight: 3 }),
    ],
  ])('%s', async (_, message, component, described) => {
    const column = await decode(message);
    expect(column.other.get('mine/x')).toMatchObject(component);
    expect(describeColumn(column)).toEqual({ mine: { x: described } });
    // What was read can be written and read again.
    const copy = await decode(encodeColumn(column).get('mine/x')!);
    expect(describeColumn(copy)).toEqual(describeColumn(column));
    expect(copy.other.get('mine/x')).toMatchObject(component);
  });

  test('of two values in one message the later counts', async () => {
    const message = new WireWriter().int64(2, 5n).double(3, 2.5).finish();
    expect((await decode(message)).other.get('mine/x')).toEqual({ kind: 'double', typeId: 0, value: 2.5 });
  });

  test('a value of another wire type than its field has is no value', async () => {
    expect((await decode(new WireWriter().text(2, 'five').finish())).other.get('mine/x')).toMatchObject({ field: 0 });
  });

  test('unknown fields beside a sketch are passed over', async () => {
    const sketch = new WireWriter()
      .uint(9, 1)
      .message(1, writeKll(emptyKll(128)))
      .finish();
    expect((await decode(new WireWriter().message(6, sketch).finish())).other.get('mine/x')).toMatchObject({
      kind: 'kll',
    });
  });

  test('sketches merge as everywhere, what was lost is not written', async () => {
    const merge = (left: ColumnProfile, right: ColumnProfile): ColumnProfile =>
      mergeColumnProfiles([
        { hash: '1', column: left },
        { hash: '2', column: right },
      ]);
    const sketches: readonly [number, Uint8Array, object][] = [
      [6, writeKll(kll.toSketch()), { n: 6 }],
      [5, writeHll(hll.toSketch()), { coupons: 3 }],
      [4, writeFrequentItems(items.toSketch()), { totalWeight: 6 }],
    ];
    for (const [field, sketch, described] of sketches) {
      const column = await decode(new WireWriter().message(field, wrapped(sketch)).finish());
      expect(describeColumn(merge(column, column))).toMatchObject({ mine: { x: described } });
      // A sketch of a writer's own registry number is merged by its own code alone.
      const own = await decode(typed(150).message(field, wrapped(sketch)).finish());
      expect(describeColumn(merge(own, own))).toEqual({ mine: { x: { typeId: 150, unmerged: true } } });
      expect(encodeColumn(merge(own, own)).size).toBe(0);
    }
  });

  test('a path without a slash stands under the empty namespace', async () => {
    const file = buildV1({ data: buildChunk([[0, integer(1n)]]), paths: [[0, 'odd']], columns: [['a', [0]]] });
    const [profile] = await openProfiles(bytesSource('day.bin', file));
    expect(describeColumn(decodeColumn((await profile!.readColumn('a'))!))).toEqual({ '': { odd: 1 } });
  });
});

describe('Structs', () => {
  /** `google.protobuf.Value` by hand: null 1, number 2, string 3, bool 4, struct 5, list 6. */
  const value = {
    null: new WireWriter().uint(1, 0).finish(),
    number: (number: number) => new WireWriter().double(2, number).finish(),
    text: (text: string) => new WireWriter().text(3, text).finish(),
    bool: (bool: boolean) => new WireWriter().uint(4, bool ? 1 : 0).finish(),
    struct: (fields: Uint8Array) => new WireWriter().message(5, fields).finish(),
    list: (...values: readonly Uint8Array[]) => {
      const list = new WireWriter().uint(9, 1);
      for (const item of values) list.message(1, item);
      return new WireWriter().message(6, list.finish()).finish();
    },
  };
  const fields = (entries: Readonly<Record<string, Uint8Array>>): Uint8Array => {
    const writer = new WireWriter().uint(9, 1);
    for (const [key, field] of Object.entries(entries)) {
      writer.message(1, new WireWriter().uint(9, 1).text(1, key).message(2, field).finish());
    }
    return writer.finish();
  };
  const component = (struct: Uint8Array): Uint8Array => new WireWriter().message(11, struct).finish();

  test('every kind of value, also nested; unknown fields are passed over', async () => {
    const struct = fields({
      nothing: value.null,
      unset: new Uint8Array(0),
      half: value.number(0.5),
      infinite: value.number(Infinity),
      text: value.text('é'),
      yes: value.bool(true),
      no: value.bool(false),
      inner: value.struct(fields({ x: value.number(1) })),
      list: value.list(value.number(1), value.text('a'), value.list(), value.struct(fields({}))),
      later: new WireWriter().uint(20, 1).finish(),
    });
    const column = await decode(component(struct));
    const read = {
      nothing: null,
      unset: null,
      half: 0.5,
      infinite: Infinity,
      text: 'é',
      yes: true,
      no: false,
      inner: { x: 1 },
      list: [1, 'a', [], {}],
      later: null,
    };
    expect(column.other.get('mine/x')).toEqual({ kind: 'struct', typeId: 0, value: read });
    expect(describeColumn(column)).toEqual({ mine: { x: { ...read, infinite: 'Infinity' } } });
    const copy = await decode(encodeColumn(column).get('mine/x')!);
    expect(copy.other).toEqual(column.other);
  });

  test('a field called __proto__ is a field', async () => {
    const { other } = await decode(component(fields(Object.fromEntries([['__proto__', value.number(7)]]))));
    const read = other.get('mine/x') as { value: object };
    expect(Object.entries(read.value)).toEqual([['__proto__', 7]]);
  });

  test('the dataclass of a metric is its summary', async () => {
    const file = buildV1({
      data: buildChunk([[0, component(fields({ x: value.number(1) }))]]),
      paths: [[0, 'mine/dataclass_param']],
      columns: [['a', [0]]],
    });
    const [profile] = await openProfiles(bytesSource('day.bin', file));
    expect(describeColumn(decodeColumn((await profile!.readColumn('a'))!))).toEqual({ mine: { summary: { x: 1 } } });
  });

  test.each<[string, (inner: Uint8Array) => Uint8Array]>([
    ['Structs', (inner) => value.struct(fields({ x: inner }))],
    ['lists', (inner) => value.list(inner)],
  ])('%s within %s end at a depth', async (_, wrap) => {
    let deep = value.number(1);
    for (let depth = 0; depth < 200; depth++) deep = wrap(deep);
    await expect(decode(component(fields({ x: deep })))).rejects.toThrow(
      'mine/x: a Struct of more than 64 levels at byte'
    );
  });
});
