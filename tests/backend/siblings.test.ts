import { unpackFlights } from '../../scripts/demo/unpack-flights.ts';
import type { QueryAnswer } from '../../pkg/grafana/index.ts';
import type { BackEnd, PartialQuery } from './back-end.ts';
import { executables, seriesOf, startBackEnd } from './back-end.ts';

const march8 = Date.UTC(2013, 2, 8);
const march10 = Date.UTC(2013, 2, 10);
const good = { kind: 'metric', datasetId: 'flights', metric: 'count', columns: { include: ['dep_delay'] } };
/** Departures of the two days, from the raw rows. */
const departures = new Map([
  ['2013-03-08', 979],
  ['2013-03-09', 765],
]);

/** A query that differs from the good one. */
interface Other {
  readonly model?: object;
  readonly query?: Partial<PartialQuery>;
}

/** What can be wrong with a query: the status, and how the text begins. The asker or the store is at fault in all. */
const failures: Readonly<Record<string, Other & { readonly status: number; readonly error: string }>> = {
  'no metric': { model: { metric: undefined }, status: 400, error: 'metric: is missing' },
  'no kind': { model: { kind: undefined }, status: 400, error: 'kind: is missing' },
  'another kind': { model: { kind: 'table' }, status: 400, error: 'kind: "table" is none of metric, profile, ' },
  'a number for a dataset': {
    model: { datasetId: 7 },
    status: 400,
    error: 'datasetId: a text is expected, not a number',
  },
  'another metric': {
    model: { metric: 'average' },
    status: 400,
    error: 'metric: "average" is no metric; there are count, count_null, ',
  },
  'an impossible rank': {
    model: { metric: 'quantile_101' },
    status: 400,
    error: 'metric: "quantile_101" asks for more',
  },
  'a window of nothing': {
    model: { metric: 'psi', baseline: { type: 'TrailingWindow', size: 0 } },
    status: 400,
    error: 'baseline.size: 0 is no whole number of batches from 1 to 90',
  },
  'a newer model': { model: { schemaVersion: 9 }, status: 400, error: 'schemaVersion: 9 is not known; ' },
  'a variable': {
    model: { datasetId: '$dataset' },
    status: 400,
    error: 'datasetId: the variable $dataset was not replaced; ',
  },
  'an unknown column': {
    model: { columns: { include: ['dep_dleay'] } },
    status: 404,
    error: 'dataset flights has no column "dep_dleay"; the nearest are dep_delay, ',
  },
  'an unknown dataset': {
    model: { datasetId: 'fligths' },
    status: 404,
    error: 'the store has no dataset "fligths"; it has flights',
  },
  'an unknown reference': {
    model: { metric: 'psi', baseline: { type: 'Reference', profileId: 'february' } },
    status: 404,
    error: 'dataset flights has no reference profile "february"; it has january',
  },
  'too many batches': {
    model: { granularity: 'hourly' },
    query: { fromMs: Date.UTC(1900, 0, 1), toMs: Date.UTC(2100, 0, 1), maxDataPoints: 2_000_000 },
    status: 400,
    error: 'the range holds more than 100000 hourly batches. Remedy: ',
  },
};

const reversed = { fromMs: march10, toMs: march8 };

/** Questions to which the answer is that there is nothing, in the type that something would have had. */
const empty: Readonly<Record<string, Other & { readonly type: string }>> = {
  'a reversed range': { query: reversed, type: 'timeseries-multi' },
  'an empty range': { query: { fromMs: march8, toMs: march8 }, type: 'timeseries-multi' },
  'a range without data': {
    query: { fromMs: Date.UTC(2020, 0, 1), toMs: Date.UTC(2020, 0, 9) },
    type: 'timeseries-multi',
  },
  'a segment without data': {
    model: { segments: [{ tags: [{ key: 'origin', value: 'XXX' }] }] },
    type: 'timeseries-multi',
  },
  'an empty selection': { model: { columns: { include: ['no*'] } }, type: 'timeseries-multi' },
  'a moment without data': { model: { mode: 'latest', asOf: '2020-01-01' }, type: 'numeric-multi' },
  'a reversed range of a table': { model: { kind: 'columns' }, query: reversed, type: 'table' },
  'a reversed range of a profile': { model: { kind: 'profile' }, query: reversed, type: 'table' },
};

function queryOf([refId, { model, query }]: [string, Other]): PartialQuery {
  return { refId, model: { ...good, ...model }, fromMs: march8, toMs: march10, ...query };
}

describe.each(executables())('queries beside each other in one request, to %s', (executable) => {
  let backEnd: BackEnd;
  let answers: ReadonlyMap<string, QueryAnswer>;
  beforeAll(async () => {
    backEnd = await startBackEnd(unpackFlights(), executable);
    const more = { model: { columns: { include: ['dep_delay', 'carrier'] } } };
    answers = await backEnd.askAll([
      queryOf(['first', {}]),
      ...Object.entries(failures).map(queryOf),
      ...Object.entries(empty).map(queryOf),
      queryOf(['last', more]),
    ]);
  });
  afterAll(() => backEnd.stop());

  it('are all answered', () => {
    expect([...answers.keys()].sort()).toEqual(
      ['first', ...Object.keys(failures), ...Object.keys(empty), 'last'].sort()
    );
  });

  it.each([
    ['first', ['dep_delay overall']],
    ['last', ['carrier overall', 'dep_delay overall']],
  ])('the good one that stands %s is answered', (refId, series) => {
    const { status, error, frames } = answers.get(refId)!;
    expect({ status, error }).toEqual({ status: 200, error: '' });
    expect(seriesOf(frames)).toEqual(new Map(series.map((name) => [name, departures])));
  });

  it.each(Object.entries(failures))('%s is told to its asker', (refId, { status, error }) => {
    const answer = answers.get(refId)!;
    expect(answer.error.slice(0, error.length)).toBe(error);
    expect([answer.status, answer.errorSource, answer.frames.length]).toEqual([status, 'downstream', 0]);
  });

  it.each(Object.entries(empty))('%s gets a typed frame without rows', (refId, { type }) => {
    const { status, error, frames } = answers.get(refId)!;
    expect({ status, error }).toEqual({ status: 200, error: '' });
    expect(frames.map(({ meta, length, fields }) => [meta['type'], length, fields.length])).toEqual([[type, 0, 0]]);
  });
});

describe("the operator's limit of series", () => {
  it('is told to the query that exceeds it, and to no other', async () => {
    const backEnd = await startBackEnd(unpackFlights(), undefined, { GF_PLUGIN_MAX_SERIES: '15' });
    const answers = await backEnd.askAll([
      { refId: 'A', model: { ...good, columns: { include: ['*'] } } },
      { refId: 'B', model: good },
    ]);
    await backEnd.stop();
    expect(answers.get('A')).toMatchObject({ status: 400, errorSource: 'downstream' });
    expect(answers.get('A')?.error).toMatch(
      /^the query asks for 16 columns of 1 segments, more than 15 series\. Remedy/
    );
    expect(answers.get('B')?.status).toBe(200);
  });
});
