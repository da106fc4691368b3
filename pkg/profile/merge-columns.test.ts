import { emptyKll, KllBuilder, kllRankErrorBounds, rank, sortedView } from '../sketch/index.ts';
import { bytesSource } from './byte-source.ts';
import { type ColumnProfile, emptyColumnProfile } from './column-profile.ts';
import { decodeColumn } from './decode-column.ts';
import { describeColumn } from './describe-column.ts';
import { encodeColumn } from './encode-column.ts';
import { mergeColumnProfiles, mergeColumns } from './merge-columns.ts';
import { openProfiles } from './open-profiles.ts';
import type { OtherComponent } from './other-component.ts';
import type { RawColumn } from './raw-column.ts';
import { buildChunk, buildV1, integer } from './testing/build-v1.ts';
import { differences, type Json } from './testing/differences.ts';
import { Fixtures } from './testing/fixtures.ts';
import { WireWriter } from './wire-writer.ts';

async function readColumns(file: string, bytes: Uint8Array): Promise<ReadonlyMap<string, RawColumn>> {
  const [profile] = await openProfiles(bytesSource(file, bytes));
  const columns = (await profile?.readColumns()) ?? [];
  return new Map(columns.map((column) => [column.name, column]));
}

/** What whylogs' own merge of the same files says of a column. */
interface Expected {
  readonly counts?: Json;
  readonly types?: Json;
  readonly ints?: Json;
  readonly condition_count?: Json;
  readonly distribution?: {
    readonly n: number;
    readonly min: number | string | null;
    readonly max: number | string | null;
    readonly mean: number | string;
    readonly m2: number | string;
    readonly minK: number;
    readonly estimationMode: boolean;
    readonly quantiles: Json;
  };
  readonly cardinality?: { readonly est: number; readonly mode: string; readonly outOfOrder: boolean };
  readonly frequent_items?: { readonly totalWeight: number; readonly offset: number; readonly top: Json };
  readonly truth?: { readonly top?: [string, number][]; readonly distinct?: number };
}

/** Where our merge differs from whylogs' by more than two sketches of the same rows may differ. */
function contradictions(merged: ColumnProfile, expected: Expected): string[] {
  const found = describeColumn(merged) as unknown as Expected;
  const exact = ['counts', 'types', 'ints', 'condition_count'] as const;
  return [
    ...exact.flatMap((metric) => differences(found[metric] ?? null, expected[metric] ?? null, {}, metric)),
    ...distributionContradictions(merged, found, expected),
    ...cardinalityContradictions(found, expected),
    ...itemContradictions(merged, found, expected),
  ];
}

function distributionContradictions(merged: ColumnProfile, found: Expected, expected: Expected): string[] {
  const [ours, theirs] = [found.distribution, expected.distribution];
  if (ours === undefined || theirs === undefined) return ours === theirs ? [] : ['distribution on one side only'];
  const pick = ({ n, min, max }: NonNullable<Expected['distribution']>): Json => ({ n, min, max });
  const magnitude = Math.max(...[theirs.min, theirs.max].map((value) => Math.abs(Number(value))));
  const scaled = (value: number | string): Json => (typeof value === 'number' ? value / (magnitude || 1) : value);
  const near = { tolerance: () => 1e-9 };
  const wrong = [
    ...differences(pick(ours), pick(theirs), {}, 'distribution'),
    ...differences(scaled(ours.mean), scaled(theirs.mean), { tolerance: () => 1e-12 }, 'mean'),
    ...differences(ours.m2, theirs.m2, near, 'm2'),
  ];
  if (!theirs.estimationMode && !ours.estimationMode) {
    const quantiles = differences(ours.quantiles, theirs.quantiles, { ignored: ['incl'] }, 'quantiles');
    return [...wrong, ...quantiles];
  }
  const view = sortedView([merged.distribution!.kll]);
  const allowed = 2 * kllRankErrorBounds(Math.min(ours.minK, theirs.minK)).single;
  const classic = (theirs.quantiles as { excl: Record<string, number> }).excl;
  const misplaced = Object.entries(classic).filter(([q, value]) => {
    const below = rank(view, value, false) ?? NaN;
    const upTo = rank(view, value, true) ?? NaN;
    return !(below - allowed <= Number(q) && Number(q) <= upTo + allowed);
  });
  return [...wrong, ...misplaced.map(([q]) => `quantile ${q} is misplaced`)];
}

function cardinalityContradictions(found: Expected, expected: Expected): string[] {
  const [ours, theirs] = [found.cardinality, expected.cardinality];
  if (ours === undefined || theirs === undefined) return ours === theirs ? [] : ['cardinality on one side only'];
  // Registers against registers have one answer; coupons enter in an order that is ours and whylogs' own (spec 5.2.5).
  const allowed = ours.mode !== 'HLL' || (ours.outOfOrder && theirs.outOfOrder) ? 1e-9 : 0.03;
  return differences(ours.est, theirs.est, { tolerance: () => allowed }, 'est');
}

function itemContradictions(merged: ColumnProfile, found: Expected, expected: Expected): string[] {
  const [ours, theirs] = [found.frequent_items, expected.frequent_items];
  if (ours === undefined || theirs === undefined) return ours === theirs ? [] : ['frequent items on one side only'];
  const wrong = differences(ours.totalWeight, theirs.totalWeight, {}, 'totalWeight');
  if (ours.offset === 0 && theirs.offset === 0) return [...wrong, ...differences(ours.top, theirs.top, {}, 'top')];
  const weights = new Map(merged.frequentItems?.items.map(({ value, weight }) => [value, weight]));
  const outside = (expected.truth?.top ?? []).filter(([value, count]) => {
    const lower = weights.get(value) ?? 0;
    return !(lower <= count && count <= lower + ours.offset);
  });
  return [...wrong, ...outside.map(([value]) => `${value} lies outside its bounds`)];
}

const golden = new Fixtures('golden-merges');

describe('pairs that whylogs merged', () => {
  interface Pair {
    readonly left: { readonly file: string };
    readonly right: { readonly file: string };
    readonly leftWithRight: { readonly columns: Record<string, Expected> };
    readonly rightWithLeft: { readonly columns: Record<string, Expected> };
    readonly leftWithItself: { readonly columns: Record<string, Expected> };
  }
  const cases = golden.names('.json').filter((name) => !/^(index|thirty)\.json$/.test(name));

  test('unequal k, lgK and sizes, empty sides, other types, nulls', () => {
    expect(cases.length).toBeGreaterThanOrEqual(14);
  });

  test.each(cases)('%s', async (name) => {
    const pair = golden.json<Pair>(name);
    const read = ({ file }: { file: string }) => readColumns(file, golden.bytes(file.replace(/^merges\//, '')));
    const [left, right] = [await read(pair.left), await read(pair.right)];
    const names = Object.keys(pair.leftWithRight.columns);
    expect(names.toSorted()).toEqual([...new Set([...left.keys(), ...right.keys()])].sort());
    for (const column of names) {
      const sides = [left.get(column), right.get(column)].flatMap((side) => side ?? []);
      const merged = mergeColumns(sides);
      expect(encodeColumn(mergeColumns(sides.toReversed()))).toEqual(encodeColumn(merged));
      expect([column, contradictions(merged, pair.leftWithRight.columns[column]!)]).toEqual([column, []]);
      expect([column, contradictions(merged, pair.rightWithLeft.columns[column]!)]).toEqual([column, []]);
      const own = left.get(column);
      if (own === undefined) continue;
      const doubled = mergeColumns([own, own]);
      expect([column, contradictions(doubled, pair.leftWithItself.columns[column]!)]).toEqual([column, []]);
    }
  });
});

describe('thirty daily profiles', () => {
  interface Thirty {
    readonly files: string[];
    readonly leftToRight: Record<string, Expected>;
    readonly rightToLeft: Record<string, Expected>;
    readonly pairwiseTree: Record<string, Expected>;
  }
  const thirty = golden.json<Thirty>('thirty.json');

  test.each(Object.keys(thirty.leftToRight))('column %s', async (name) => {
    const days = await Promise.all(thirty.files.map((file) => readColumns(file, golden.bytes(file))));
    const columns = days.flatMap((day) => day.get(name) ?? []);
    const merged = mergeColumns(columns);
    for (const expected of [thirty.leftToRight, thirty.rightToLeft, thirty.pairwiseTree]) {
      expect(contradictions(merged, expected[name]!)).toEqual([]);
    }
    const shuffled = columns.toSorted((left, right) =>
      (left.object.at(-5) ?? '').localeCompare(right.object.at(-5) ?? '')
    );
    expect(encodeColumn(mergeColumns(shuffled))).toEqual(encodeColumn(merged));
  });
});

describe('segments of one dataset', () => {
  interface Segments {
    readonly files: { readonly file: string }[];
    readonly mergedAll: Record<string, Expected>;
  }
  const segments = new Fixtures('golden-segments');
  test.each(['one-column', 'two-columns', 'bool-column', 'filtered', 'nulls-two-columns'])('%s', async (name) => {
    const { files, mergedAll } = segments.json<Segments>(`${name}.json`);
    const parts = await Promise.all(
      files.map(({ file }) => readColumns(file, segments.bytes(file.replace(/^segments\//, ''))))
    );
    for (const [column, expected] of Object.entries(mergedAll)) {
      const merged = mergeColumns(parts.flatMap((part) => part.get(column) ?? []));
      expect([column, contradictions(merged, expected)]).toEqual([column, []]);
    }
  });
});

describe('metrics that one side does not have', () => {
  const counts = (n: number | null, nan: number | null): ColumnProfile['counts'] => ({
    n,
    null: 0,
    nan,
    inf: null,
    true: null,
  });
  const merge = (...columns: readonly Partial<ColumnProfile>[]): ColumnProfile =>
    mergeColumnProfiles(
      columns.map((column, index) => ({ hash: String(index), column: { ...emptyColumnProfile, ...column } }))
    );

  test('a counter that one side lacks adds nothing, one that both lack stays unknown', () => {
    expect(merge({ counts: counts(3, 1) }, { counts: counts(4, null) }).counts).toEqual(counts(7, 1));
  });

  test('counters that add up beyond 2^53 are refused, not rounded', () => {
    const most = { counts: counts(Number.MAX_SAFE_INTEGER, null) };
    expect(() => merge(most, { counts: counts(1, null) })).toThrow(
      'merged profiles: counters of 9007199254740991 and 1 add up beyond 2^53. Raise'
    );
    expect(merge(most, { counts: counts(0, null) }).counts?.n).toBe(Number.MAX_SAFE_INTEGER);
  });

  test('a metric that one side lacks is the other’s', () => {
    expect(merge({}, { counts: counts(4, null) }).counts).toEqual(counts(4, null));
    expect(merge({ ints: { min: -3n, max: 5n } }, {}).ints).toEqual({ min: -3n, max: 5n });
  });

  test('ranges of integers, also beyond 2^53 and without values', () => {
    const wide = { min: -(2n ** 62n), max: 2n ** 62n };
    expect(merge({ ints: { min: 1n, max: 2n } }, { ints: wide }).ints).toEqual(wide);
    expect(merge({ ints: { min: null, max: null } }, { ints: { min: 1n, max: 2n } }).ints).toEqual({
      min: 1n,
      max: 2n,
    });
    expect(merge({ ints: { min: 1n, max: 2n } }, { ints: { min: null, max: null } }).ints).toEqual({
      min: 1n,
      max: 2n,
    });
  });

  test('nothing at all', () => {
    expect(mergeColumns([])).toEqual(emptyColumnProfile);
    expect(merge({}, {})).toEqual(emptyColumnProfile);
  });

  test('conditions: the same names add, other names leave the first as it is', () => {
    const [total, other] = [
      new Map([
        ['total', 5],
        ['a', 2],
      ]),
      new Map([
        ['total', 3],
        ['b', 1],
      ]),
    ];
    expect(merge({ conditionCount: total }, { conditionCount: total }).conditionCount).toEqual(
      new Map([
        ['total', 10],
        ['a', 4],
      ])
    );
    expect(merge({ conditionCount: total }, { conditionCount: other }).conditionCount).toEqual(total);
    expect(merge({ conditionCount: other }, { conditionCount: total }).conditionCount).toEqual(other);
  });

  test('conditions of whylogs’ own profiles', async () => {
    const extras = new Fixtures('golden-extras');
    const [same, left, right] = await Promise.all(
      ['0', '1', '2'].map((day) => readColumns(`conditions-${day}`, extras.bytes(`conditions-${day}.bin`)))
    );
    const merged = mergeColumns([same!.get('x')!, left!.get('x')!]);
    const added = extras.json<{ x: Record<string, number> }>('conditions-merged-0-1.json');
    expect(Object.fromEntries(merged.conditionCount!)).toEqual(added.x);
    // Which of the two stays follows from the hashes; whylogs keeps its left one.
    const kept = mergeColumns([same!.get('x')!, right!.get('x')!]);
    expect([
      extras.json<{ x: Json }>('conditions-merged-0-2.json').x,
      extras.json<{ x: Json }>('conditions-merged-2-0.json').x,
    ]).toContainEqual(Object.fromEntries(kept.conditionCount!));
  });

  test('submetrics: united, common ones merged', () => {
    const part = (n: number): ColumnProfile => ({ ...emptyColumnProfile, counts: counts(n, null) });
    const merged = merge(
      { submetrics: new Map([['udf', new Map([['length', part(1)]])]]) },
      {
        submetrics: new Map([
          [
            'udf',
            new Map([
              ['length', part(2)],
              ['upper', part(3)],
            ]),
          ],
          ['image', new Map()],
        ]),
      }
    );
    expect(merged.submetrics.get('udf')?.get('length')).toEqual(part(3));
    expect(merged.submetrics.get('udf')?.get('upper')).toEqual(part(3));
    expect([...merged.submetrics.keys()]).toEqual(['udf', 'image']);
  });

  test('theta sketches are not united: a distinct count without them would be too low', async () => {
    const theta = [{ estimate: 3, theta: 1, count: 3 }];
    expect(merge({ theta })).toEqual({ ...emptyColumnProfile, theta });
    const withHll = [...(await readColumns('exact-a.bin', golden.bytes('exact-a.bin'))).values()][0]!;
    const { cardinality } = decodeColumn(withHll);
    expect(merge({ theta }, { cardinality })).toMatchObject({ theta: [], cardinality: null });
    expect(merge({}, { cardinality }).cardinality).toBe(cardinality);
  });

  test.each<[string, OtherComponent, OtherComponent, OtherComponent]>([
    ['integers add', int(0, 2n), int(0, 3n), int(0, 5n)],
    ['type 1 is the least', int(1, 2n), int(1, 3n), int(1, 2n)],
    ['type 2 is the greatest', int(2, 2n), int(2, 3n), int(2, 3n)],
    ['doubles add', double(0.5), double(0.25), double(0.75)],
    ['equal Structs stay', struct('a'), struct('a'), struct('a')],
    ['other Structs are lost', struct('a'), struct('b'), { kind: 'unmerged', typeId: 0 }],
    ['own types are lost', int(101, 2n), int(101, 3n), { kind: 'unmerged', typeId: 101 }],
    ['equal values of own types stay', int(101, 2n), int(101, 2n), int(101, 2n)],
    ['other kinds are lost', int(0, 2n), double(2), { kind: 'unmerged', typeId: 0 }],
    ['equal bytes stay', bytes(1, 2), bytes(1, 2), bytes(1, 2)],
    ['other bytes are lost', bytes(1, 2), bytes(1, 3), { kind: 'unmerged', typeId: 101 }],
  ])('custom components: %s', (_, left, right, merged) => {
    const column = (component: OtherComponent): Partial<ColumnProfile> => ({ other: new Map([['mine/x', component]]) });
    expect(merge(column(left), column(right)).other.get('mine/x')).toEqual(merged);
    expect(merge({}, column(right)).other.get('mine/x')).toEqual(right);
  });
});

function int(typeId: number, value: bigint): OtherComponent {
  return { kind: 'integer', typeId, value };
}

function double(value: number): OtherComponent {
  return { kind: 'double', typeId: 0, value };
}

function struct(value: string): OtherComponent {
  return { kind: 'struct', typeId: 0, value: { value } };
}

function bytes(...values: readonly number[]): OtherComponent {
  return { kind: 'bytes', typeId: 101, field: 10, value: Uint8Array.from(values) };
}

test('more rows than a number holds are refused', () => {
  const kll = { ...emptyKll(200), n: Number.MAX_SAFE_INTEGER, items: Float64Array.of(1), levels: Uint32Array.of(0, 1) };
  const column = { ...emptyColumnProfile, distribution: { mean: 1, m2: 0, kll } };
  expect(() =>
    mergeColumnProfiles([
      { hash: '1', column },
      { hash: '2', column },
    ])
  ).toThrow(/^merged profiles: KLL sketch.* Raise/);
});

test('moments that one side does not say are not said together', () => {
  const kll = new KllBuilder(200, 1);
  kll.update(1);
  const moments = (mean: number | null, m2: number | null): ColumnProfile => ({
    ...emptyColumnProfile,
    distribution: { mean, m2, kll: kll.toSketch() },
  });
  const merge = (left: ColumnProfile, right: ColumnProfile): ColumnProfile['distribution'] =>
    mergeColumnProfiles([
      { hash: '1', column: left },
      { hash: '2', column: right },
    ]).distribution;
  expect(merge(moments(1, 0), moments(3, 0))).toMatchObject({ mean: 2, m2: 2 });
  expect(merge(moments(1, 0), moments(null, 0))).toMatchObject({ mean: null, m2: null });
  expect(merge(moments(1, null), moments(3, 0))).toMatchObject({ mean: 2, m2: null });
});

test('a damaged file is named, the others are not blamed', async () => {
  const file = (count: bigint): Uint8Array =>
    buildV1({
      properties: new WireWriter().uint(5, 1).finish(),
      data: buildChunk([[0, integer(count)]]),
      paths: [[0, 'counts/n']],
      columns: [['a', [0]]],
    });
  const good = (await readColumns('good.bin', file(1n))).get('a')!;
  const bad = (await readColumns('bad.bin', file(-1n))).get('a')!;
  expect(() => mergeColumns([good, bad])).toThrow('bad.bin: column "a", counts/n: the counter is -1 at byte');
});
