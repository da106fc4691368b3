import type { DecodedFrame } from '../../pkg/grafana/index.ts';
import { readArchive } from './archive.ts';
import type { BackEnd } from './back-end.ts';
import { seriesOf, startBackEnd } from './back-end.ts';
import { noticesOf } from './frame-meta.ts';
import { StoreFolder } from './store-folder.ts';

const valid = readArchive('whylabs-oss-v1').get('profiles/v1/parser-valid-profile.bin')!;
const corruptedHeader = readArchive('whylabs-oss-invalid').get('profiles/invalid/corrupted-header.bin')!;
const invalidProto = readArchive('whylabs-oss-invalid').get('profiles/invalid/invalid_proto.bin')!;

/** The valid profile with the sketch of its last column overwritten: its head can be read. */
const damagedColumn = Uint8Array.from(valid).fill(0xff, valid.length - 100);

const day = Date.UTC(2022, 7, 11);
const dayMs = 86_400_000;
const oneDay = { fromMs: day, toMs: day + dayMs };
const asRule = { headers: { FromAlert: 'true' } };

/** What the reader says of the two: the object, the bytes, the reason, the remedy. */
const reasons = [
  /^animals\/corrupted-header\.bin: its first bytes, 57495931, .*error at byte \d+\. Keep only whylogs profiles/,
  /^animals\/invalid_proto\.bin: its first bytes, 22494422, .*error at byte \d+\. Keep only whylogs profiles/,
];

const store = new StoreFolder()
  .put('animals/2022-08-11/profile.bin', valid)
  .put('animals/corrupted-header.bin', corruptedHeader)
  .put('animals/invalid_proto.bin', invalidProto)
  .put('others/2022-08-11/profile.bin', valid)
  .put('dated/2022-08-11/profile.bin', valid)
  .put('dated/2022-08-01/corrupted-header.bin', corruptedHeader)
  .put('damaged/2022-08-11/profile.bin', damagedColumn)
  .put('hopeless/corrupted-header.bin', corruptedHeader);

function valuesOf(frames: readonly DecodedFrame[]): Readonly<Record<string, number | null>> {
  return Object.fromEntries([...seriesOf(frames)].map(([name, values]) => [name, values.get('2022-08-11') ?? null]));
}

describe('files that cannot be read, through gRPC', () => {
  let backEnd: BackEnd;
  beforeAll(async () => {
    backEnd = await startBackEnd(store.path);
  });
  afterAll(async () => {
    await backEnd.stop();
    store.dispose();
  });

  const model = (datasetId: string) => ({ kind: 'metric', datasetId, metric: 'mean' });
  const means = { 'animal overall': null, 'legs overall': 2.5, 'weight overall': 2.875 };

  it('are counted by the health check, with their reasons in the details', async () => {
    const { status, message, details } = await backEnd.client.checkHealth({ settings: backEnd.settings });
    expect({ status, message }).toEqual({
      status: 'ok',
      message: 'Found 4 datasets, 4 profiles on 1 day; 4 objects cannot be read, the details say why.',
    });
    expect(details).toMatchObject({ datasets: 4, profiles: 4, rejected: 4 });
    const text = details?.['verboseMessage'];
    const lines = typeof text === 'string' ? text.split('\n') : [];
    expect(lines.slice(0, 2)).toEqual(reasons.map((reason) => expect.stringMatching(reason) as unknown));
    expect(lines.length).toBe(4);
  });

  it('are named in the notices of one frame, while the rest of the folder is answered', async () => {
    const answer = await backEnd.ask(model('animals'), oneDay);
    expect(answer).toMatchObject({ status: 200, error: '' });
    expect(valuesOf(answer.frames)).toEqual(means);
    expect(noticesOf(answer.frames)).toEqual(reasons.map((reason) => expect.stringMatching(reason) as unknown));
    expect(answer.frames.map(({ meta }) => meta['custom'])).toEqual(
      answer.frames.map(() => expect.objectContaining({ profiles: 1, rejected: 2 }) as unknown)
    );
  });

  it.each([
    [{ kind: 'metric' }],
    [{ kind: 'metric', columns: { include: ['group:continuous'] } }],
    [{ kind: 'columns' }],
    [{ kind: 'profile' }],
    // The first column, of texts, has no histogram and so no frame.
    [{ kind: 'profile', distribution: 'histogram' }],
  ])('are named in the answer to %j', async (query) => {
    const { status, frames } = await backEnd.ask({ ...model('animals'), ...query }, oneDay);
    expect(status).toBe(200);
    expect([...new Set(noticesOf(frames))]).toEqual(reasons.map((reason) => expect.stringMatching(reason) as unknown));
  });

  it('leave a rule without an answer: 503, downstream, with the reason', async () => {
    const answer = await backEnd.ask(model('animals'), oneDay, asRule);
    expect(answer).toMatchObject({ status: 503, errorSource: 'downstream', frames: [] });
    expect(answer.error).toMatch(/^2 objects of dataset animals cannot be read and may belong to the batches of this/);
    expect(answer.error).toContain('animals/corrupted-header.bin');
  });

  it.each([{}, asRule])('do not concern other datasets', async (options) => {
    const answer = await backEnd.ask(model('others'), oneDay, options);
    expect(answer).toMatchObject({ status: 200, error: '' });
    expect(valuesOf(answer.frames)).toEqual(means);
    expect(noticesOf(answer.frames)).toEqual([]);
  });

  it('do not concern a rule about days that are far from the one in their path', async () => {
    const answer = await backEnd.ask(model('dated'), oneDay, asRule);
    expect(answer.status).toBe(200);
    expect(valuesOf(answer.frames)).toEqual(means);
  });

  it.each([
    ['the day in their path', { fromMs: Date.UTC(2022, 7, 1), toMs: Date.UTC(2022, 7, 2) }, {}],
    ['the day after it', { fromMs: Date.UTC(2022, 7, 2), toMs: Date.UTC(2022, 7, 3) }, {}],
    ['a window that reaches back to it', oneDay, { metric: 'psi', baseline: { type: 'TrailingWindow', size: 10 } }],
  ])('concern a rule about %s', async (_, range, more) => {
    const answer = await backEnd.ask({ ...model('dated'), ...more }, range, asRule);
    expect(answer).toMatchObject({ status: 503, errorSource: 'downstream' });
    expect(answer.error).toContain('dated/2022-08-01/corrupted-header.bin');
  });

  it('leave a dataset that has nothing else, which says so', async () => {
    const { status, frames } = await backEnd.ask(model('hopeless'), oneDay);
    expect(status).toBe(200);
    expect(frames.map(({ meta, length }) => [meta['type'], length])).toEqual([['timeseries-multi', 0]]);
    expect(noticesOf(frames)).toEqual([expect.stringMatching(/^hopeless\/corrupted-header\.bin: /)]);
  });

  describe('a profile of which one column is damaged', () => {
    it('gives null for that column with a notice, and the other columns', async () => {
      const { status, frames } = await backEnd.ask(model('damaged'), oneDay);
      expect(status).toBe(200);
      expect(valuesOf(frames)).toEqual({ ...means, 'weight overall': null });
      expect(noticesOf(frames)).toEqual([expect.stringMatching(/^damaged\/2022-08-11\/profile\.bin.* byte \d+/)]);
    });

    it.each(['profile', 'columns'])('is named in the answer to a %s query, however little is left', async (kind) => {
      const query = { ...model('damaged'), kind, columns: { include: ['weight'] } };
      const { status, frames } = await backEnd.ask(query, oneDay);
      expect(status).toBe(200);
      expect(noticesOf(frames)).toEqual([expect.stringMatching(/^damaged\/2022-08-11\/profile\.bin.* byte \d+/)]);
    });

    it.each([
      ['weight', 503],
      ['legs', 200],
    ])('a rule about the column %s gets %d', async (column, status) => {
      const answer = await backEnd.ask({ ...model('damaged'), columns: { include: [column] } }, oneDay, asRule);
      expect(answer.status).toBe(status);
      expect(answer.errorSource).toBe(status === 200 ? '' : 'downstream');
      expect(answer.error).toMatch(status === 200 ? /^$/ : /a profile of this rule cannot be read: damaged\//);
    });
  });
});
