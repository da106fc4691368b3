import { maxBins, parseQuery } from './index.ts';
import { refusal } from './testing/refusal.ts';

const least = { kind: 'profile', datasetId: 'flights' };
const march8 = 1362700800000;

describe('the target of a profile query', () => {
  // Epoch milliseconds from `date -u -d … +%s`.
  it.each([
    [{}, { target: 'range' }],
    [{ target: 'range' }, { target: 'range' }],
    [{ target: 'latest' }, { target: 'latest' }],
    [
      { target: 'batch', batch: '2013-03-08' },
      { target: 'batch', batchMs: march8 },
    ],
    [
      { target: 'batch', batch: '2013-03-08T01:00:00+01:00' },
      { target: 'batch', batchMs: march8 },
    ],
    [
      { target: 'batch', batch: '1362700800000' },
      { target: 'batch', batchMs: march8 },
    ],
    [
      { target: 'batch', batch: march8 },
      { target: 'batch', batchMs: march8 },
    ],
    [{ target: 'batch', batch: 'latest' }, { target: 'latest' }],
    // A dashboard leaves the choice to a variable.
    [{ batch: '2013-03-08' }, { target: 'batch', batchMs: march8 }],
    [{ batch: 'latest' }, { target: 'latest' }],
    [{ batch: '' }, { target: 'range' }],
    [{ batch: null }, { target: 'range' }],
    [{ target: 'range', batch: '2013-03-08' }, { target: 'range' }],
  ])('of %j is %j', (model, target) => {
    const query = parseQuery({ ...least, ...model });
    expect(query).toMatchObject(target);
    expect('batchMs' in query).toBe('batchMs' in target);
  });

  const example = 'such as 2013-03-08T00:00:00Z';
  it.each([
    [
      { target: 'batch' },
      refusal('missing', 'batch', 'is missing; it names the batch that is the target, such as 2013-03-08'),
    ],
    [{ target: 'day' }, refusal('unknown-value', 'target', '"day" is none of latest, range, batch')],
    // Seconds, a year and a fraction are no milliseconds.
    [
      { batch: '1362700800' },
      refusal('wrong-type', 'batch', `"1362700800" is no date or time with its zone, ${example}`),
    ],
    [{ batch: '2013' }, refusal('wrong-type', 'batch', `"2013" is no date or time with its zone, ${example}`)],
    [{ batch: 1.5 }, refusal('wrong-type', 'batch', 'a text is expected, not a number')],
    [{ batch: true }, refusal('wrong-type', 'batch', 'a text is expected, not a boolean')],
    [
      { batch: '$day' },
      refusal(
        'variable',
        'batch',
        'the variable $day was not replaced; alert rules and shared dashboards have no variables, so write the value itself'
      ),
    ],
  ])('of %j is refused', (model, expected) => {
    expect(() => parseQuery({ ...least, ...model })).toThrow(expected);
  });
});

describe('the bins of a profile query', () => {
  it.each([
    [undefined, 'auto'],
    ['', 'auto'],
    ['auto', 'auto'],
    ['equal_mass', 'equal_mass'],
    ['analyzer', 'analyzer'],
    [1, 1],
    [maxBins, 500],
    ['40', 40],
  ])('%j are %j', (bins, expected) => {
    expect(parseQuery({ ...least, bins })).toMatchObject({ bins: expected });
  });

  it.each([0, -1, 501, 2.5, '0', '1e3'])('%j is no number of bins', (bins) => {
    const text = `${Number(bins)} is no whole number of bins from 1 to 500`;
    expect(() => parseQuery({ ...least, bins })).toThrow(refusal('out-of-range', 'bins', text));
  });

  it.each([
    ['wide', refusal('unknown-value', 'bins', '"wide" is none of auto, equal_mass, analyzer and no number')],
    ['0x10', refusal('wrong-type', 'bins', '"0x10" is no number')],
    [true, refusal('wrong-type', 'bins', 'a finite number is expected, not a boolean')],
    [[30], refusal('wrong-type', 'bins', 'a finite number is expected, not a list')],
  ])('%j is refused', (bins, expected) => {
    expect(() => parseQuery({ ...least, bins })).toThrow(expected);
  });

  it('of a heat map have equal widths', () => {
    const text = '"analyzer" is for profile queries; a heat map takes auto or a number';
    const model = { ...least, kind: 'distribution' };
    expect(() => parseQuery({ ...model, bins: 'analyzer' })).toThrow(refusal('unknown-value', 'bins', text));
    expect(parseQuery({ ...model, bins: 7 })).toMatchObject({ bins: 7 });
  });
});

describe('the threshold of a profile query', () => {
  it.each([
    [undefined, null],
    ['', null],
    [' ', null],
    [0, 0],
    [0.3, 0.3],
    ['0.3', 0.3],
    ['.3', 0.3],
    ['3e-1', 0.3],
  ])('%j is %j', (threshold, expected) => {
    expect(parseQuery({ ...least, threshold })).toMatchObject({ threshold: expected });
  });

  it.each([
    [-0.1, refusal('out-of-range', 'threshold', '-0.1 is below 0, the least distance')],
    ['high', refusal('wrong-type', 'threshold', '"high" is no number')],
    ['1e999', refusal('wrong-type', 'threshold', 'a finite number is expected, not "1e999"')],
    [NaN, refusal('wrong-type', 'threshold', 'a finite number is expected, not NaN')],
    ['$limit', expect.objectContaining({ code: 'variable', path: 'threshold' })],
  ])('%j is refused', (threshold, expected) => {
    expect(() => parseQuery({ ...least, threshold })).toThrow(expected as Error);
  });
});
