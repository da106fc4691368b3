import { bytesSource } from './byte-source.ts';
import { describeNumber } from './describe-value.ts';
import { describeProfile } from './describe-profile.ts';
import { openProfiles } from './open-profiles.ts';
import type { Profile } from './profile.ts';
import { buildV0, delimited } from './testing/build-v0.ts';
import { buildChunk, buildV1, concatenate, integer } from './testing/build-v1.ts';
import { Fixtures } from './testing/fixtures.ts';
import { WireWriter } from './wire-writer.ts';

async function open(bytes: Uint8Array): Promise<Profile> {
  const [profile] = await openProfiles(bytesSource('day.bin', bytes));
  return profile!;
}

test.each<[number | bigint | null, number | string | null]>([
  [null, null],
  [1.5, 1.5],
  [0, 0],
  [-0, '-0'],
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
  [5n, 5],
  [-(2n ** 53n - 1n), -(2 ** 53 - 1)],
  [2n ** 53n, '9007199254740992'],
  [-(2n ** 63n), '-9223372036854775808'],
])('%s as JSON', (value, described) => {
  expect(describeNumber(value)).toBe(described);
});

test('facts, columns and performance of a real profile', async () => {
  const fixtures = new Fixtures('golden-performance');
  const { json, errors } = await describeProfile(await open(fixtures.bytes('classification-segment-p.bin')));
  expect(errors).toEqual([]);
  expect(Object.keys(json)).toEqual([
    'file',
    'format',
    'datasetTimestamp',
    'creationTimestamp',
    'metadata',
    'segment',
    'columns',
    'performance',
  ]);
  expect(json).toMatchObject({ file: 'day.bin', format: 'v0', segment: { seg: 'p' } });
  expect(Object.keys(json['columns'] as object)).toEqual(['pred', 'seg', 'target', 'x']);
  expect(json['performance']).toHaveProperty('matrix');
  // It is JSON: nothing is lost in print.
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});

test('without performance there is no such key; only the columns asked for', async () => {
  const { json } = await describeProfile(await open(new Fixtures('golden-extras').bytes('custom.bin')), [
    'word',
    'none',
  ]);
  expect(json).not.toHaveProperty('performance');
  expect(Object.keys(json['columns'] as object)).toEqual(['word']);
});

test('a damaged column is left out and its error returned', async () => {
  const good = buildChunk([[0, integer(7n)]]);
  const bytes = buildV1({
    data: concatenate(good, buildChunk([[0, integer(-7n)]])),
    paths: [[0, 'counts/n']],
    columns: [
      ['good', [0]],
      ['bad', [good.length]],
    ],
  });
  const { json, errors } = await describeProfile(await open(bytes));
  expect(json['columns']).toEqual({ good: { counts: { n: 7 } } });
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^day\.bin: column "bad", counts\/n: the counter is -7 at byte \d+\./),
  ]);
});

test('damaged performance is left out and its error returned', async () => {
  const matrix = new WireWriter().message(1, new WireWriter().text(1, 'a').finish()).finish();
  const bytes = delimited(buildV0({ dataMs: 1 }, {}, new WireWriter().message(10, matrix).finish()));
  const { json, errors } = await describeProfile(await open(bytes));
  expect(json).not.toHaveProperty('performance');
  expect(errors.map(({ code }) => code)).toEqual(['corrupt']);
});

test('nested and custom metrics stand under their own name', async () => {
  const { json } = await describeProfile(await open(new Fixtures('golden-extras').bytes('embedding.bin')));
  const columns = json['columns'] as Record<string, { embedding: Record<string, unknown> }>;
  expect(Object.keys(columns['vec']!.embedding).sort()).toEqual([
    'closest',
    'one_distance',
    'references',
    'two_distance',
    'zero_distance',
  ]);
  expect(columns['vec']!.embedding['references']).toMatchObject({ typeId: 101 });
});
