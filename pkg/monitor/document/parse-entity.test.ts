import { readEntitySchema, readEntityWeights } from './parse-entity.ts';
import { readExample } from './testing/examples.ts';

const column = { discreteness: null, dataType: null, classifier: 'input', hidden: false };

describe('readEntitySchema', () => {
  it.each([
    [{}, column],
    [
      { discreteness: 'discrete', dataType: 'integral', classifier: 'output', hidden: true, tags: null },
      { discreteness: 'discrete', dataType: 'INTEGRAL', classifier: 'output', hidden: true },
    ],
    [
      { discreteness: 'continuous', dataType: 'fractional' },
      { ...column, discreteness: 'continuous', dataType: 'FRACTIONAL' },
    ],
    [{ dataType: 'integer' }, { ...column, dataType: 'INTEGRAL' }],
    [{ dataType: 'bool' }, { ...column, dataType: 'BOOLEAN' }],
    [{ dataType: 'BOOLEAN' }, { ...column, dataType: 'BOOLEAN' }],
    [{ dataType: 'string' }, { ...column, dataType: 'STRING' }],
    [{ dataType: 'unknown' }, { ...column, dataType: 'UNKNOWN' }],
    [{ dataType: 'null' }, { ...column, dataType: 'NULL' }],
  ])('reads a column of %j', (entry, expected) => {
    expect(readExample({ columns: { a: entry } }, readEntitySchema)).toEqual({
      value: { columns: new Map([['a', expected]]), customMetrics: new Map() },
      problems: [],
    });
  });

  it('is null where there is none, and knows the keys that mean nothing', () => {
    expect(readEntitySchema(null)).toBeNull();
    expect(readExample({ metrics: null, modelType: 'x', metadata: {} }, readEntitySchema)).toEqual({
      value: { columns: new Map(), customMetrics: new Map() },
      problems: [],
    });
  });

  it('keeps columns of any name', () => {
    const { value } = readExample(
      JSON.parse('{"columns": {"__proto__": {}, "a.b": {}, "none": null}}'),
      readEntitySchema
    );
    expect([...(value?.columns.keys() ?? [])]).toEqual(['__proto__', 'a.b']);
  });

  it('reads custom metrics', () => {
    const customMetrics = {
      late: { label: 'Late', column: 'delay', builtinMetric: 'mean' },
      bare: { column: 'a', builtinMetric: 'max' },
    };
    expect(readExample({ customMetrics }, readEntitySchema).value?.customMetrics).toEqual(
      new Map([
        ['late', { label: 'Late', column: 'delay', builtinMetric: 'mean' }],
        ['bare', { label: null, column: 'a', builtinMetric: 'max' }],
      ])
    );
  });

  it.each([
    [
      { columns: { a: { dataType: 'date' } } },
      'warning x.columns.a.dataType: "date" is no type, so it is inferred. Remedy: one of integral, fractional, bool, string, unknown, null',
    ],
    [
      { columns: { a: { hiden: true } } },
      'note x.columns.a.hiden: this key is unknown; it is kept and has no effect. Remedy: is "hidden" meant?',
    ],
    [
      { customMetrics: { m: { column: 'a' } } },
      'warning x.customMetrics.m.builtinMetric: a custom metric needs column and builtinMetric; it is left out. Remedy: add builtinMetric',
    ],
    [
      { customMetrics: { m: { builtinMetric: 'mean' } } },
      'warning x.customMetrics.m.column: a custom metric needs column and builtinMetric; it is left out. Remedy: add column',
    ],
    [
      { customMetrics: { m: { column: 'a', builtinMetric: 'max', lable: 'b' } } },
      'note x.customMetrics.m.lable: this key is unknown; it is kept and has no effect. Remedy: is "label" meant?',
    ],
    [{ colums: {} }, 'note x.colums: this key is unknown; it is kept and has no effect. Remedy: is "columns" meant?'],
  ])('says of %j', (schema, problem) => {
    expect(readExample(schema, readEntitySchema).problems).toEqual([problem]);
  });
});

describe('readEntityWeights', () => {
  it('is empty where there is none', () => {
    expect(readEntityWeights(null)).toEqual({ defaultWeights: new Map(), segmentWeights: [] });
  });

  it('reads weights, with a segment as tags, as an object, or none', () => {
    const tag = { key: 'city', value: 'durham' };
    const weights = {
      defaultWeights: { weights: { a: 1, b: 0, c: null }, metadata: {} },
      segmentWeights: [
        { segment: [tag], weights: { a: 0.3 }, metadata: {} },
        { segment: { tags: [tag] }, weights: { a: '.4' } },
        { segment: [] },
        { weights: {} },
      ],
      metadata: {},
    };
    expect(readExample(weights, readEntityWeights)).toEqual({
      value: {
        defaultWeights: new Map([
          ['a', 1],
          ['b', 0],
        ]),
        segmentWeights: [
          { segment: [tag], weights: new Map([['a', 0.3]]) },
          { segment: [tag], weights: new Map([['a', 0.4]]) },
          { segment: [], weights: new Map() },
          { segment: [], weights: new Map() },
        ],
      },
      problems: ['note x.segmentWeights[1].weights.a: the text ".4" is read as a number. Remedy: write 0.4'],
    });
  });

  it.each([
    [
      { weight: 1 },
      'note x.weight: this key is unknown; it is kept and has no effect. Remedy: remove it, or keep it as a remark',
    ],
    [
      { defaultWeights: { weight: {} } },
      'note x.defaultWeights.weight: this key is unknown; it is kept and has no effect. Remedy: is "weights" meant?',
    ],
    [
      { segmentWeights: [{ segments: [] }] },
      'note x.segmentWeights[0].segments: this key is unknown; it is kept and has no effect. Remedy: is "segment" meant?',
    ],
  ])('notes unknown keys of %j', (weights, problem) => {
    expect(readExample(weights, readEntityWeights).problems).toEqual([problem]);
  });
});
