import { makeSegment, overallSegment, type Segment } from '../contract/index.ts';
import { isLabelName } from '../grafana/frames.ts';
import { emptyText, seriesLabels, seriesName } from './series-labels.ts';

function labelsOf(segment: Segment, column = 'a', datasetId = 'd') {
  return seriesLabels({ datasetId, column, segment, metric: 'count' });
}

describe('the labels of a series', () => {
  it('of the whole dataset', () => {
    expect(labelsOf(overallSegment)).toEqual({ dataset: 'd', column: 'a', segment: 'overall', metric: 'count' });
  });

  it('of a segment: its text, and each tag', () => {
    expect(
      labelsOf(
        makeSegment([
          ['device', 'ios'],
          ['country', 'BR'],
        ])
      )
    ).toEqual({
      dataset: 'd',
      column: 'a',
      segment: 'country=BR,device=ios',
      metric: 'count',
      tag_country: 'BR',
      tag_device: 'ios',
    });
  });

  it('are never empty: Grafana and Alertmanagers drop empty ones', () => {
    expect(emptyText).toBe('(empty)');
    expect(labelsOf(makeSegment([['k', '']]), '', '')).toEqual({
      dataset: '(empty)',
      column: '(empty)',
      segment: 'k=',
      metric: 'count',
      tag_k: '(empty)',
    });
  });

  it.each([
    ['model-version', 'tag_model_version'],
    ['a.b c', 'tag_a_b_c'],
    ['1st', 'tag_1st'],
    ['', 'tag_'],
    ['Größe', 'tag_Gr__e'],
    ['\u{1F6E9}', 'tag___'],
    ['dataset', 'tag_dataset'],
  ])('have names that Prometheus takes: tag %p is %p', (key, name) => {
    const labels = labelsOf(makeSegment([[key, 'x']]));
    expect(labels[name]).toBe('x');
    expect(Object.keys(labels).every(isLabelName)).toBe(true);
  });

  it('stay apart where tags would have the same name', () => {
    const segment = makeSegment([
      ['a-b', '1'],
      ['a.b', '2'],
      ['a_b', '3'],
      ['c', '4'],
    ]);
    // The beginning of the SHA-256 of the key, from `printf %s KEY | sha256sum`.
    expect(labelsOf(segment)).toMatchObject({
      tag_a_b_d44362: '1',
      tag_a_b_2e7336: '2',
      tag_a_b_648fa9: '3',
      tag_c: '4',
    });
    // Alone no suffix is needed.
    expect(labelsOf(makeSegment([['a-b', '1']]))).toMatchObject({ tag_a_b: '1' });
  });
});

describe('the name of a series', () => {
  it.each([
    ['a', overallSegment, 'a'],
    ['', overallSegment, '(empty)'],
    ['a', makeSegment([['country', 'BR']]), 'a · country=BR'],
    ['', makeSegment([['country', '']]), '(empty) · country='],
  ])('of column %p in %p', (name, segment, text) => {
    expect(seriesName({ datasetId: 'd', column: name, segment, metric: 'count' })).toBe(text);
  });
});
