import { bytesSource } from './byte-source.ts';
import type { ColumnProfile } from './column-profile.ts';
import { decodeColumn } from './decode-column.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { buildV0, delimited } from './testing/build-v0.ts';
import { buildV1 } from './testing/build-v1.ts';
import { WireWriter } from './wire-writer.ts';

// Later releases may add fields to any message: what is not known is passed over, at every level.
const later = (): WireWriter => new WireWriter().uint(90, 1).double(91, 2).text(92, 'later');

async function open(bytes: Uint8Array): Promise<Profile> {
  const [profile] = await openProfiles(bytesSource('day.bin', bytes));
  return profile!;
}

async function column(profile: Profile): Promise<ColumnProfile> {
  return decodeColumn((await profile.readColumn('a'))!);
}

test('v1', async () => {
  const tag = later().text(1, 'whylogs.tag.region').text(2, 'amer').finish();
  const segment = later().message(1, tag).finish();
  const component = later().int64(2, 5n).finish();
  const message = later().message(1, later().uint(1, 3).message(2, component).finish()).finish();
  const chunkHeader = later().uint(1, 2).uint(3, message.length).finish();
  const data = new WireWriter().delimited(chunkHeader).raw(message).finish();
  const properties = later().uint(5, 1_000).message(7, later().text(1, 'k').text(2, 'v').finish()).finish();
  const offsets = later().uint(1, 0).finish();
  const header = later()
    .message(1, properties)
    .message(2, later().text(1, 'a').message(2, offsets).finish())
    .uint(4, data.length)
    .message(5, later().uint(1, 3).text(2, 'counts/n').finish())
    .finish();
  const profile = await open(buildV1({ segmentHeader: later().message(4, segment).finish(), header, data }));
  expect(profile.datasetTimestampMs).toBe(1_000);
  expect(Object.fromEntries(profile.segmentTags)).toEqual({ region: 'amer' });
  expect(profile.metadata.get('k')).toBe('v');
  expect((await column(profile)).counts?.n).toBe(5);
});

test('v0, within its columns and its performance', async () => {
  const numbers = later()
    .message(1, later().uint(1, 2).double(3, 1.5).finish())
    .message(2, later().uint(1, 2).finish())
    .message(3, later().uint(1, 2).int64(2, 1n).int64(3, 2n).finish())
    .finish();
  const message = new WireWriter()
    .message(2, later().uint(1, 5).message(2, later().uint(1, 3).finish()).finish())
    .message(3, later().message(1, later().uint(1, 3).uint(2, 4).finish()).finish())
    .message(4, numbers)
    .message(5, later().finish())
    .message(6, later().finish())
    .message(7, later().finish())
    .finish();
  const regression = later().text(1, 'p').text(2, 't').uint(3, 4).double(4, 2).double(5, 1).double(6, 8).finish();
  const matrix = later().text(1, 'x').text(2, 'p').text(3, 't').text(4, 's').message(10, later().finish()).finish();
  const metrics = later().message(1, matrix).message(3, regression).finish();
  const model = later().text(1, 'out').message(10, metrics).finish();
  const profile = await open(delimited(buildV0({ dataMs: 1 }, { a: message }, model)));
  const { counts, types, ints } = await column(profile);
  expect([counts?.n, counts?.true, types?.integral, ints]).toEqual([5, 3, 4, { min: 1n, max: 2n }]);
  expect(await profile.readPerformance()).toMatchObject({
    outputFields: ['out'],
    classification: { predictionField: 'p', targetField: 't', scoreField: 's', labels: ['x'] },
    regression: { predictionField: 'p', targetField: 't', count: 4, sumAbsDiff: 2, sumDiff: 1, sum2Diff: 8 },
  });
});
