import { basename } from 'node:path';
import type { DecodedFrame, QueryAnswer } from '../../pkg/grafana/index.ts';
import { readArchive } from './archive.ts';
import type { BackEnd } from './back-end.ts';
import { startBackEnd } from './back-end.ts';
import type { ExpectedColumn, ExpectedProfile } from './expected-profile.ts';
import { expectedMetrics, isClose } from './expected-profile.ts';
import { customOf } from './frame-meta.ts';
import { StoreFolder } from './store-folder.ts';

// Files that the WhyLabs platform met, each in a store as the data source expects it, with values found by a decoder
// that is independent of ours.
// 151 columns by 20 metrics are many frames to decode.
jest.setTimeout(30_000);

const hourMs = 3_600_000;
const files = new Map([...readArchive('whylabs-oss-v1'), ...readArchive('whylabs-oss-v0')]);
const profiles = [...files.keys()].filter((name) => name.startsWith('profiles/') && name.endsWith('.bin'));

/** This file has no dataset timestamp; its session began then. */
const sessions: Readonly<Record<string, number>> = {
  dataset_profile1: Date.parse('2021-10-29T14:21:19.784Z'),
};

/** What the decoder found in one hour of a dataset: all its columns. */
interface Batch {
  readonly file: string;
  readonly datasetId: string;
  readonly hour: number;
  readonly columns: Readonly<Record<string, ExpectedColumn>>;
}

function batchesOf(file: string): readonly Batch[] {
  const name = basename(file, '.bin');
  const text = new TextDecoder().decode(files.get(`expected/${name}.json`));
  // Written by the decoder: one profile, or a list where the file holds several.
  const found = JSON.parse(text) as ExpectedProfile | readonly ExpectedProfile[];
  const byHour = new Map<string, Batch>();
  for (const { dataset_timestamp, tags, columns } of 'columns' in found ? [found] : found) {
    // A file's own words come before those of its path.
    const datasetId = tags['datasetId'] ?? name;
    const hour = Math.floor((dataset_timestamp ?? sessions[name]!) / hourMs) * hourMs;
    const id = `${datasetId} ${hour}`;
    const others = byHour.get(id)?.columns ?? {};
    expect(Object.keys(others).filter((column) => column in columns)).toEqual([]);
    byHour.set(id, { file, datasetId, hour, columns: { ...others, ...columns } });
  }
  return [...byHour.values()];
}

function hourText({ hour }: Batch): string {
  return new Date(hour).toISOString().slice(0, 13);
}

/** What a frame of kind profile says of itself: its column, and the number of values behind it. */
function subjectOf(frame: DecodedFrame) {
  // pkg/query/profile-frames.ts writes it so; a frame without data has neither.
  const { column, target } = customOf(frame) as { readonly column?: string; readonly target?: { readonly n: number } };
  return { column, n: target?.n };
}

const batches = profiles.flatMap(batchesOf);
const metrics = Object.keys(expectedMetrics({ count: 1, count_null: 0, types: {} }));
const store = new StoreFolder();
for (const file of profiles) {
  store.put(`${basename(file, '.bin')}/profile.bin`, files.get(file)!);
}
afterAll(() => store.dispose());

/** The one value of each column's series. */
function valuesOf({ status, error, frames }: QueryAnswer): ReadonlyMap<string, number | null> {
  expect({ status, error }).toEqual({ status: 200, error: '' });
  const series = frames.filter(({ fields }) => fields.length === 2);
  return new Map(
    series.map(({ fields: [time, value] }) => {
      expect(time?.values.length).toBe(1);
      const [found] = value?.values ?? [];
      return [value?.labels['column'] ?? '', typeof found === 'number' ? found : null];
    })
  );
}

test('there are single, segmented, image, performance and drift profiles, of both formats', () => {
  expect(profiles.length).toBeGreaterThanOrEqual(28);
  expect(batches.length).toBeGreaterThanOrEqual(50);
  expect(batches.flatMap(({ columns }) => Object.keys(columns)).length).toBeGreaterThanOrEqual(800);
});

describe('real files, through gRPC', () => {
  let backEnd: BackEnd;
  beforeAll(async () => {
    backEnd = await startBackEnd(store.path);
  });
  afterAll(() => backEnd.stop());

  it('are all found', async () => {
    const { status, details } = await backEnd.client.checkHealth({ settings: backEnd.settings });
    const ids = new Set(batches.map(({ datasetId }) => datasetId));
    // One of the hours has two profiles, one of them without columns.
    expect({ status, details }).toMatchObject({
      status: 'ok',
      details: { datasets: ids.size, profiles: batches.length + 1, rejected: 0 },
    });
  });

  describe.each(
    batches.map((batch) => [`${basename(batch.file)}, ${batch.datasetId}, ${hourText(batch)}`, batch] as const)
  )('%s', (_, { datasetId, hour, columns }) => {
    const common = { datasetId, granularity: 'hourly' };
    const range = { fromMs: hour, toMs: hour + hourMs };

    it('answers every metric of every column', async () => {
      const answers = await backEnd.askAll(
        metrics.map((metric) => ({ refId: metric, model: { kind: 'metric', metric, ...common }, ...range }))
      );
      const wrong: string[] = [];
      for (const metric of metrics) {
        const found = valuesOf(answers.get(metric)!);
        expect([...found.keys()].sort()).toEqual(Object.keys(columns).sort());
        for (const [column, expected] of Object.entries(columns)) {
          const value = expectedMetrics(expected)[metric] ?? null;
          if (!isClose(found.get(column), value, 1e-9)) {
            wrong.push(`${metric} of ${column}: ${found.get(column)} instead of ${value}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    });

    it('lists the frequent items of every column that has some', async () => {
      const model = { kind: 'profile', distribution: 'frequent_items', ...common };
      const { error, frames } = await backEnd.ask(model, range);
      expect(error).toBe('');
      const found = new Map(frames.map((frame) => [subjectOf(frame).column, frame]));
      const expected = Object.entries(columns).flatMap(([column, { frequent_items: items }]) =>
        items === undefined || items.active === 0 ? [] : [[column, items] as const]
      );
      expect([...found.keys()].filter((column) => column !== undefined).sort()).toEqual(
        expected.map(([column]) => column).sort()
      );
      for (const [column, { active, stream_weight, top }] of expected) {
        const frame = found.get(column)!;
        expect(subjectOf(frame).n).toBe(stream_weight);
        const [category, target] = frame.fields;
        expect(category?.values.length).toBe(active);
        const estimates = new Map(category?.values.map((item, i) => [item, target?.values[i]]));
        expect(top.filter(([item, estimate]) => estimates.get(item) !== estimate)).toEqual([]);
      }
    });
  });
});
