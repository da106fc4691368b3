import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { bytesSource, openProfiles, ProfileWriter } from '../profile/index.ts';
import { replay } from './replay.ts';
import { makeTar, type TarPiece } from './testing/make-tar.ts';

const ms = (text: string): number => Date.parse(text);

function profileOf(day: string, origin: string): Uint8Array {
  const writer = new ProfileWriter({
    datasetTimestampMs: ms(day),
    creationTimestampMs: ms('2025-01-01'),
    segmentTags: { origin },
  });
  writer.log({ dep_delay: day.length });
  return writer.finish();
}

const january = profileOf('2013-01-01', 'JFK');
const pieces: readonly TarPiece[] = [
  { name: 'profiles/', type: '5' },
  { name: 'profiles/2013-03-08/JFK.bin', bytes: profileOf('2013-03-08', 'JFK') },
  { name: 'profiles/2013-03-08/LGA.bin', bytes: profileOf('2013-03-08', 'LGA') },
  { name: 'profiles/2013-03-09/JFK.bin', bytes: profileOf('2013-03-09', 'JFK') },
  { name: 'reference/january/JFK.bin', bytes: january },
];

let folder: string;
let archive: string;
let to: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'driftglass-replay-'));
  [archive, to] = [join(folder, 'flights.tar.br'), join(folder, 'store')];
  writeFileSync(archive, brotliCompressSync(makeTar(pieces)));
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  const lines: string[] = [];
  const output = { line: (text: string) => lines.push(text), error: () => undefined };
  expect(replay(['--archive', archive, '--to', to, ...args], output, ms('2026-11-22T13:14:15Z'))).toBe(0);
  return lines.join('\n');
}

function filesOf(): readonly string[] {
  return readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(to.length + 1))
    .sort();
}

const made = [
  'flights/.made-from',
  'flights/2025-11-22/JFK.bin',
  'flights/2026-11-21/JFK.bin',
  'flights/2026-11-21/LGA.bin',
  'flights/reference/january/JFK.bin',
];

describe('driftglass replay', () => {
  it('makes a store whose newest day is yesterday', async () => {
    expect(run()).toBe(
      `${to}/flights holds now the flights of 2013 with moved dates: 2013-03-08 is shown as 2026-11-21. Weekdays are not those of 2013.`
    );
    expect(filesOf()).toEqual(made);
    const [profile] = await openProfiles(bytesSource('x', readFileSync(join(to, 'flights/2026-11-21/LGA.bin'))));
    expect([profile?.datasetTimestampMs, profile?.creationTimestampMs]).toEqual([ms('2026-11-21'), ms('2026-11-22')]);
    expect([...(profile?.segmentTags ?? [])]).toEqual([['origin', 'LGA']]);
    expect(Buffer.compare(readFileSync(join(to, 'flights/reference/january/JFK.bin')), january)).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['flights.tar.br', 'store']);
  });

  it('leaves a store of today alone, and makes it anew on another day or from another archive', () => {
    run();
    const { ino } = statSync(join(to, 'flights'));
    expect(run('--today', '2026-11-22')).toContain('holds already');
    expect(statSync(join(to, 'flights')).ino).toBe(ino);
    expect(run('--today', '2026-11-23')).toContain('holds now');
    expect(filesOf()).toContain('flights/2026-11-22/JFK.bin');
    expect(filesOf()).not.toContain('flights/2026-11-21/JFK.bin');
    run();
    expect(filesOf()).toEqual(made);
    writeFileSync(archive, brotliCompressSync(makeTar(pieces.slice(0, 2))));
    expect(run()).toContain('holds now');
    expect(filesOf()).toEqual(['flights/.made-from', 'flights/2026-11-21/JFK.bin']);
  });

  it('gives the same bytes whatever was there before', () => {
    run('--today', '2020-02-29');
    run();
    const after = filesOf().map((file) => readFileSync(join(to, file)).toString('hex'));
    rmSync(to, { recursive: true });
    run();
    expect(filesOf().map((file) => readFileSync(join(to, file)).toString('hex'))).toEqual(after);
  });

  it.each(['monitor.json', 'monitor.yaml'])(
    'puts a document beside the profiles, and anew when it changed: %s',
    (name) => {
      const document = join(folder, `of-the-flights.${name.split('.')[1]}`);
      writeFileSync(document, 'a');
      run('--monitor', document);
      expect(filesOf()).toEqual([...made, `flights/${name}`].sort());
      expect(run('--monitor', document)).toContain('holds already');
      writeFileSync(document, 'b');
      expect(run('--monitor', document)).toContain('holds now');
      expect(readFileSync(join(to, 'flights', name), 'utf8')).toBe('b');
      expect(() => run('--monitor', join(folder, 'no.json'))).toThrow(/no\.json cannot be read/);
    }
  );

  it('keeps other datasets of the store, and removes what killed runs left', () => {
    mkdirSync(join(to, 'others'), { recursive: true });
    // No process has this number: it is above the greatest that Linux gives.
    const abandoned = join(folder, 'store.99999999');
    mkdirSync(join(abandoned, 'new'), { recursive: true });
    const alive = join(folder, 'store.1');
    mkdirSync(alive);
    run();
    expect(existsSync(join(to, 'others'))).toBe(true);
    expect(existsSync(abandoned)).toBe(false);
    expect(existsSync(alive)).toBe(true);
  });

  it.each<[string, readonly TarPiece[], RegExp]>([
    [
      'another entry',
      [...pieces, { name: 'profiles/notes.txt' }],
      /holds "profiles\/notes\.txt", which is no profile of the flights$/,
    ],
    ['a folder that is not known', [{ name: 'elsewhere/a.bin' }], /holds "elsewhere\/a\.bin", which is no profile/],
    ['a link', [{ name: 'profiles/2013-03-08/JFK.bin', type: '2' }], /of the type "2"/],
    [
      'a broken profile',
      [{ name: 'profiles/2013-03-08/JFK.bin', bytes: january.subarray(0, 9) }],
      /flights\.tar\.br: profiles\/2013-03-08\/JFK\.bin: profile header: a length of \d+ bytes is announced/,
    ],
    [
      'a profile without a day',
      [{ name: 'profiles/a/JFK.bin', bytes: new ProfileWriter({ datasetTimestampMs: 0 }).finish() }],
      /the profile "profiles\/a\/JFK\.bin" does not say of which day it is$/,
    ],
  ])('refuses an archive with %s, and leaves the store that was there', (_, entries, text) => {
    run('--today', '2026-11-21');
    const before = filesOf();
    writeFileSync(archive, brotliCompressSync(makeTar(entries)));
    expect(() => run()).toThrow(expect.objectContaining({ message: expect.stringMatching(text) as string }) as Error);
    expect(filesOf()).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['flights.tar.br', 'store']);
  });

  const usage = 'Usage: driftglass replay --archive FILE --to DIR [--monitor FILE] [--today YYYY-MM-DD]';
  it.each([
    [[], 'usage', `--archive is missing. ${usage}`],
    [['--archive', 'x'], 'usage', `--to is missing. ${usage}`],
    [
      ['--archive', 'x', '--to', 'y', '--today', '2026-02-30'],
      'usage',
      `--today is "2026-02-30"; a day such as 2026-03-09 is expected. ${usage}`,
    ],
    [
      ['--archive', 'x', '--to', 'y', '--today', 'yesterday'],
      'usage',
      `--today is "yesterday"; a day such as 2026-03-09 is expected. ${usage}`,
    ],
  ])('is told what it was not given: %j', (args, code, message) => {
    const output = { line: () => undefined, error: () => undefined };
    expect(() => replay(args, output)).toThrow(
      expect.objectContaining({ name: 'CommandError', code, message }) as Error
    );
  });

  it('says what cannot be read, unpacked or written', () => {
    const output = { line: () => undefined, error: () => undefined };
    const thrown = (text: RegExp): Error =>
      expect.objectContaining({
        name: 'CommandError',
        code: 'input',
        message: expect.stringMatching(text) as string,
      }) as Error;
    expect(() => replay(['--archive', join(folder, 'no.br'), '--to', to], output)).toThrow(
      thrown(/no\.br cannot be read: .*ENOENT.* Remedy: check the path and its permissions$/)
    );
    writeFileSync(join(folder, 'plain'), 'no brotli');
    expect(() => replay(['--archive', join(folder, 'plain'), '--to', to], output)).toThrow(
      thrown(/plain cannot be unpacked: .*\. Remedy: copy the archive again$/)
    );
    expect(() => replay(['--archive', archive, '--to', join(archive, 'below')], output)).toThrow(
      thrown(/below\/flights cannot be made: .*ENOTDIR.* Remedy: choose a folder that can be written$/)
    );
  });
});
