import fs, { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileStoreLimits } from './index.ts';
import { defaultFileStoreLimits, fileStore } from './index.ts';
import { refusal } from './testing/refusal.ts';
import { TempFolder } from './testing/temp-folder.ts';

let temp: TempFolder;

beforeEach(() => {
  temp = new TempFolder();
});

afterEach(() => {
  jest.restoreAllMocks();
  temp.remove();
});

async function keys(limits: Partial<FileStoreLimits> = {}, folder = temp.path): Promise<readonly string[]> {
  const objects = await fileStore(folder, [temp.path], limits).list(new AbortController().signal);
  return objects.map(({ key }) => key);
}

/** Lets reading a folder fail as the system would, whoever runs the tests. */
function failToRead(folder: string, code: string): void {
  const { readdirSync } = fs;
  // One of many overloads; the mock passes on whatever it is given.
  jest.spyOn(fs, 'readdirSync').mockImplementation(((path: string, options: { withFileTypes: true }) => {
    if (path === folder) {
      throw Object.assign(new Error(`${code}: scandir`), { code });
    }
    return readdirSync(path, options);
  }) as unknown as typeof readdirSync);
}

describe('listing a folder', () => {
  it('finds nothing in an empty one', async () => {
    expect(await keys()).toEqual([]);
  });

  it('finds profiles at any depth, by their endings, in order of their keys', async () => {
    temp.write({
      'b/2013/03/08/x.bin': '',
      'b/2013-03-08.BIN': '',
      'a/z.zip': '',
      'a/Z.Zip': '',
      'top.bin': '',
      'a/.bin': '',
      'a/x.json': '',
      'a/x.bin.json': '',
      'a/x.bin.tmp': '',
      'a/bin': '',
      'a/xbin': '',
      'a/folder.bin/y.bin': '',
      'ä/\u{1F6E9}.bin': '',
      'b.bin': '',
      '.hidden/h.bin': '',
    });
    expect(await keys()).toEqual([
      '.hidden/h.bin',
      'a/.bin',
      'a/Z.Zip',
      'a/folder.bin/y.bin',
      'a/z.zip',
      'b.bin',
      'b/2013-03-08.BIN',
      'b/2013/03/08/x.bin',
      'top.bin',
      'ä/\u{1F6E9}.bin',
    ]);
  });

  it('names them below the folder of the store, not below the root', async () => {
    temp.write({ 'team/flights/x.bin': '', 'other/y.bin': '' });
    expect(await keys({}, temp.join('team'))).toEqual(['flights/x.bin']);
  });

  it('says size, version and time of modification', async () => {
    temp.write({ 'a/x.bin': 'seven by', 'a/empty.bin': '' });
    utimesSync(temp.join('a/x.bin'), 1, 1362700800.5);
    const store = fileStore(temp.path, [temp.path]);
    const [empty, before] = await store.list(new AbortController().signal);
    expect(empty?.sizeBytes).toBe(0);
    expect(before).toEqual({
      key: 'a/x.bin',
      sizeBytes: 8,
      version: '8-1362700800500000000',
      modifiedMs: 1362700800500,
    });
    utimesSync(temp.join('a/x.bin'), 1, 1362700801);
    const [, after] = await store.list(new AbortController().signal);
    expect(after?.version).toBe('8-1362700801000000000');
  });

  it('passes over what is neither file nor folder', async () => {
    temp.write({ 'a/x.bin': '' });
    symlinkSync('/dev/null', temp.join('a/null.bin'));
    expect(await keys()).toEqual(['a/x.bin']);
  });

  it('passes over a file that is removed before it is looked at', async () => {
    temp.write({ 'a/gone.bin': '', 'a/x.bin': '' });
    const { statSync } = fs;
    // One of many overloads; the mock passes on whatever it is given.
    jest.spyOn(fs, 'statSync').mockImplementation(((path: string, options?: { bigint: true }) => {
      if (path === temp.join('a/gone.bin')) {
        rmSync(path);
      }
      return statSync(path, options);
    }) as unknown as typeof statSync);
    expect(await keys()).toEqual(['a/x.bin']);
  });

  it('passes over a folder that is removed before it is looked at', async () => {
    temp.write({ 'a/gone/x.bin': '', 'a/x.bin': '' });
    failToRead(temp.join('a/gone'), 'ENOENT');
    expect(await keys()).toEqual(['a/x.bin']);
  });

  it('stops when it is cancelled', async () => {
    temp.write({ 'a/x.bin': '' });
    const reason = new Error('no one waits');
    await expect(fileStore(temp.path, [temp.path]).list(AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('is refused for a folder that is not allowed', () => {
    expect(() => fileStore('/', [temp.path])).toThrow(/^the folder \/ lies outside/);
  });
});

describe('a folder that cannot be listed', () => {
  it('stands in the listing, among what could be listed', async () => {
    temp.write({ 'a/2013-03-08/x.bin': '', 'a/x.bin': '', 'b/x.bin': '' });
    failToRead(temp.join('a/2013-03-08'), 'EACCES');
    const store = fileStore(temp.path, [temp.path]);
    const objects = await store.list(new AbortController().signal);
    expect(objects).toMatchObject([{ key: 'a/2013-03-08/', sizeBytes: 0 }, { key: 'a/x.bin' }, { key: 'b/x.bin' }]);
    const [closed] = objects;
    expect(() => closed && store.open(closed)).toThrow(
      refusal(
        'forbidden',
        "the folder a/2013-03-08/ of the store cannot be listed. Remedy: let Grafana's user read and enter it"
      )
    );
  });

  it.each([
    ['EACCES', 'forbidden', "the store's folder cannot be listed. Remedy: let Grafana's user read and enter it"],
    ['ENOENT', 'not-found', "the store's folder was removed. Remedy: check the path in the data source settings"],
  ] as const)('is an error when it is the whole store: %s', async (system, code, text) => {
    temp.write({ 'a/x.bin': '' });
    failToRead(temp.path, system);
    await expect(keys()).rejects.toEqual(refusal(code, text));
  });
});

describe('symbolic links', () => {
  beforeEach(() => {
    temp.write({ 'store/a/2013-03-08.bin': '1', 'store/a/data/2013-03-09.bin': '1', 'outside/x.bin': '' });
  });

  async function linked(links: Readonly<Record<string, string>>): Promise<readonly string[]> {
    for (const [link, target] of Object.entries(links)) {
      mkdirSync(join(temp.path, 'store', link, '..'), { recursive: true });
      symlinkSync(target, temp.join('store', link));
    }
    return keys({}, temp.join('store'));
  }

  const own = ['a/2013-03-08.bin', 'a/data/2013-03-09.bin'];

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a file outside the store', { 'a/x.bin': '../../outside/x.bin' }],
    ['a folder outside the store', { 'a/x': '../../outside' }],
    ['nothing', { 'a/x.bin': 'missing.bin' }],
    ['themselves', { 'a/x.bin': 'x.bin' }],
    ['the folder they lie in', { 'a/loop': '.' }],
    ['the store', { 'a/data/loop': '../..' }],
    ['each other', { 'a/left/x': '../right', 'a/right/x': '../left' }],
    ['a file of the same dataset: the rows are there already', { 'a/latest.bin': '2013-03-08.bin' }],
    ['a folder of the same dataset', { 'a/current': 'data' }],
    ['a link to a file of the same dataset', { 'a/newest.bin': 'latest.bin', 'a/latest.bin': '2013-03-08.bin' }],
  ])('to %s are passed over', async (_, links) => {
    expect(await linked(links)).toEqual(own);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a file of another dataset', { 'b/x.bin': '../a/2013-03-08.bin' }, ['b/x.bin']],
    ['a folder of another dataset', { b: 'a' }, ['b/2013-03-08.bin', 'b/data/2013-03-09.bin']],
    ['a day, as a reference', { 'a/reference/march': '../data' }, ['a/reference/march/2013-03-09.bin']],
    ['a file whose name says nothing', { 'a/x.bin': '../blob', '../store/blob': '../outside/missing' }, []],
  ])('to %s give it a second place', async (_, links, added) => {
    expect(await linked(links)).toEqual([...own, ...added].sort());
  });

  it('to one file that is not listed itself count once, by the first key', async () => {
    temp.write({ 'store/blobs/1234': 'x' });
    const links = { 'a/z.bin': '../blobs/1234', 'a/y.bin': '../blobs/1234', 'b/z.bin': '../blobs/1234' };
    expect(await linked(links)).toEqual([...own, 'a/y.bin', 'b/z.bin'].sort());
  });

  it('are read as what they lead to', async () => {
    await linked({ 'b/x.bin': '../a/2013-03-08.bin' });
    const store = fileStore(temp.join('store'), [temp.path]);
    const objects = await store.list(new AbortController().signal);
    const object = objects.find(({ key }) => key === 'b/x.bin');
    expect(object === undefined ? null : [...(await store.open(object).read(0, 1))]).toEqual([0x31]);
  });
});

describe('the limits of a listing', () => {
  it('have these defaults', () => {
    expect(defaultFileStoreLimits).toEqual({ maxObjects: 200_000, maxDepth: 32 });
  });

  it('bound the number of profiles, of which other files are none', async () => {
    temp.write({ 'a/1.bin': '', 'a/2.bin': '', 'a/3.json': '', 'b/3.bin': '' });
    expect(await keys({ maxObjects: 3 })).toHaveLength(3);
    await expect(keys({ maxObjects: 2 })).rejects.toEqual(
      refusal('limit', 'the store holds more than 2 profiles. Remedy: point the data source at a part of it')
    );
  });

  it('bound the nesting of folders', async () => {
    temp.write({ '1/2/3/x.bin': '' });
    expect(await keys({ maxDepth: 3 })).toEqual(['1/2/3/x.bin']);
    await expect(keys({ maxDepth: 2 })).rejects.toEqual(
      refusal('limit', '1/2/3/ is nested deeper than 2 folders. Remedy: choose a folder further down')
    );
  });

  it('concern one listing: a store that shrank is listed again', async () => {
    temp.write({ 'a/1.bin': '', 'a/2.bin': '' });
    const store = fileStore(temp.path, [temp.path], { maxObjects: 1 });
    await expect(store.list(new AbortController().signal)).rejects.toThrow(/more than 1 profiles/);
    rmSync(temp.join('a/2.bin'));
    writeFileSync(temp.join('a/2.txt'), '');
    expect(await store.list(new AbortController().signal)).toHaveLength(1);
  });
});
