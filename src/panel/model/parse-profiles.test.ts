import { createDataFrame, type DataFrame, FieldType } from '@grafana/data';
import { categoriesFrame, contributionsFrame, histogramFrame } from '../../../pkg/contract/index.ts';
import { categoryFrames, histogramFrames } from '../testing/frames.ts';
import { modelOf, pictured } from '../testing/model.ts';
import { pictures } from '../testing/pictures.ts';
import { customOf } from './parse-meta.ts';
import { parseProfiles } from './parse-profiles.ts';

function frame(type: string, fields: Readonly<Record<string, readonly unknown[]>>, custom: object = {}): DataFrame {
  return createDataFrame({
    name: 'x',
    meta: { type: type as never, custom: { ...custom } },
    fields: Object.entries(fields).map(([name, values]) => ({
      name,
      type: name === 'category' ? FieldType.string : FieldType.number,
      values: [...values],
    })),
  });
}

const sides = { target: { counts: [1, 3] }, baseline: { counts: [2, 2] } };

describe('a histogram', () => {
  it('is read with its contributions, facts and verdict', () => {
    const model = modelOf(histogramFrames([0, 1, 2], sides));
    expect(model).toMatchObject({
      shape: 'histogram',
      name: 'dep_delay',
      bins: { xMin: Float64Array.of(0, 1), xMax: Float64Array.of(1, 2) },
      target: { counts: Float64Array.of(1, 3), shares: Float64Array.of(0.25, 0.75) },
      baseline: { counts: Float64Array.of(2, 2), shares: Float64Array.of(0.5, 0.5) },
      contributions: { xMin: Float64Array.of(0), xMax: Float64Array.of(2), contribution: Float64Array.of(0) },
      judgement: { state: 'ok', algorithm: 'hellinger', distance: 0, threshold: 0.2 },
      verdictSentence: 'The verdict of dep_delay is ok.',
      baselineSpec: { type: 'TrailingWindow', size: 7 },
      missing: [],
    });
    expect(model.targetFacts).toMatchObject({ n: 4, min: 0.5, max: 1.5, rankError: 0.013 });
  });

  it('finds its contributions by column and labels, wherever they stand', () => {
    const [first, firstDrift] = histogramFrames([0, 1, 2], { ...sides, column: 'a' });
    const [second, secondDrift] = histogramFrames([0, 10, 20], { ...sides, column: 'b' });
    const frames = [secondDrift, first, second, firstDrift].filter((one) => one !== undefined);
    const found = parseProfiles(frames).profiles.map(({ model }) => [
      model.name,
      model.shape === 'histogram' ? model.contributions?.xMax[0] : null,
    ]);
    expect(found).toEqual([
      ['a', 2],
      ['b', 20],
    ]);
  });

  it('may have contributions itself', () => {
    const fields = { xMin: [0], xMax: [1], target: [1], baseline: [1], contribution: [0.5] };
    expect(modelOf([frame(histogramFrame, fields)])).toMatchObject({
      contributions: { contribution: Float64Array.of(0.5) },
    });
  });

  it('is drawn without contributions that cannot be read, and says so', () => {
    const [main] = histogramFrames([0, 1, 2], sides);
    const drift = {
      xMin: [1, 0],
      xMax: [2, 1],
      target_share: [1, 0],
      baseline_share: [0, 1],
      contribution: [0.5, 0.5],
    };
    if (main === undefined) {
      throw new Error('no histogram');
    }
    const { column, labels, datasetId } = customOf(main);
    const broken = { ...frame(contributionsFrame, drift, { column, labels, datasetId }), refId: 'A' };
    const { profiles, refusals } = parseProfiles([main, broken]);
    expect(profiles.map(({ model }) => model.shape)).toEqual(['histogram']);
    expect(refusals).toEqual(['The contributions of dep_delay cannot be drawn: the bins are not in ascending order.']);
  });

  it.each([
    [
      'negative',
      { xMin: [0], xMax: [1], target: [-1] },
      'x cannot be drawn: a count or a share is negative or no number.',
    ],
    [
      'without edges',
      { target: [1] },
      'x cannot be drawn: the fields xMin and xMax with the edges of the bins are missing.',
    ],
  ])('that is %s is refused', (_, fields, text) => {
    expect(parseProfiles([frame(histogramFrame, fields)])).toEqual({ profiles: [], refusals: [text] });
  });

  it.each([
    ['without rows', {}],
    ['without a value', { xMin: [0], xMax: [1], target: [0] }],
    ['of nulls', { xMin: [0], xMax: [1], target: [null] }],
  ])('%s has nothing to draw, but keeps its verdict', (_, fields) => {
    const model = modelOf([frame(histogramFrame, fields, { verdict: 'failed', sentence: 'Why.' })]);
    expect(model).toMatchObject({ shape: 'empty', judgement: { state: 'failed' }, verdictSentence: 'Why.' });
  });

  it('has the facts that its cells tell where the data source tells none', () => {
    expect(pictured('older-data-source')).toMatchObject({
      judgement: { state: 'not-judged' },
      targetFacts: { n: 7283, count: null, quantiles: [], rankError: null },
      missing: ['labels', 'verdict', 'sentence', 'target', 'baselineSpec'],
    });
  });

  it.each([[null], ['text'], [[1]], [{ target: 'x', labels: 1, baselineSpec: { type: 'Reference' } }]])(
    'reads metadata that are %j',
    (custom) => {
      const odd = {
        ...frame(histogramFrame, { xMin: [0], xMax: [1], target: [1] }),
        meta: { type: histogramFrame as never, custom: custom as never },
      };
      expect(modelOf([odd])).toMatchObject({ shape: 'histogram', baselineSpec: null, targetFacts: { n: 1 } });
    }
  );
});

describe('categories', () => {
  it('are read with their contributions', () => {
    const model = modelOf(categoryFrames(['a', ''], sides));
    expect(model).toMatchObject({
      shape: 'categories',
      name: 'carrier',
      names: ['a', '(empty)'],
      target: { shares: Float64Array.of(0.25, 0.75) },
    });
    // (√¼ − √½)² and (√¾ − √½)² of their sum.
    const contributions = model.shape === 'categories' ? [...(model.contribution ?? [])] : [];
    expect(contributions.map((part) => part.toFixed(3))).toEqual(['0.629', '0.371']);
  });

  it('may have names that are no texts', () => {
    const fields = { category: [true, 3, null], target: [1, 1, 1] };
    expect(modelOf([frame(categoriesFrame, fields)])).toMatchObject({
      names: ['true', '3', '(empty)'],
      contribution: null,
    });
  });

  it.each([
    [{ target: [1] }, 'x cannot be drawn: the field "category" with the names is missing.'],
    [{ category: ['a'], target: [NaN, 1] }, 'x cannot be drawn: a count or a share is negative or no number.'],
    [
      { category: ['a', 'b'], target: [1, 1], contribution: [1, null] },
      'x cannot be drawn: a contribution is no finite number.',
    ],
  ])('%j are refused', (fields, text) => {
    expect(parseProfiles([frame(categoriesFrame, fields)]).refusals).toEqual([text]);
  });
});

describe('histograms of Grafana', () => {
  const fields = { xMin: [0, 1], xMax: [1, 2], a: [1, 3], b: [4, 4] };

  it.each(['histogram', 'anything'])('of the type %s are a profile for each field of counts', (type) => {
    const { profiles } = parseProfiles([frame(type, fields)]);
    expect(profiles.map(({ model, targetField }) => [model.name, targetField?.name])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(profiles[0]?.model).toMatchObject({
      shape: 'histogram',
      judgement: { state: 'not-judged', algorithm: null, distance: null },
      target: { shares: Float64Array.of(0.25, 0.75) },
      baseline: null,
      missing: [],
    });
  });

  it('are refused with negative counts', () => {
    const { refusals } = parseProfiles([frame('histogram', { ...fields, a: [-1, 0] })]);
    expect(refusals).toEqual(['a cannot be drawn: a count is negative or no number.']);
  });
});

describe('a response', () => {
  it('of other frames has no profile', () => {
    const { profiles, refusals } = parseProfiles([
      frame('timeseries-multi', { value: [1] }),
      frame(contributionsFrame, {}),
    ]);
    expect([profiles, refusals]).toEqual([[], []]);
  });

  it('names columns with their segments, each name once', () => {
    const segment = (text: string) => ({ labels: { column: 'a', segment: text } });
    const frames = ['overall', 'origin=JFK', 'overall'].map((text) =>
      frame(histogramFrame, { xMin: [0], xMax: [1], target: [1] }, { column: 'a', ...segment(text) })
    );
    expect(parseProfiles(frames).profiles.map(({ model }) => model.name)).toEqual(['a', 'a · origin=JFK', 'a (2)']);
  });

  it('is not changed by reading it', () => {
    const frames = pictures['several-profiles']();
    const values = () => JSON.stringify(frames.map(({ fields }) => fields.map((field): unknown => field.values)));
    const before = values();
    parseProfiles(frames);
    expect(values()).toBe(before);
  });
});
