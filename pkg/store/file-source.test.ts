import fs, { appendFileSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileSource, fileVersion, wholeFileBytes } from './file-source.ts';
import type { StoreObject } from './index.ts';
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

/** Bytes that tell their place: i modulo 251. */
function pattern(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => i % 251);
}

function put(bytes: Uint8Array): { readonly path: string; readonly object: StoreObject } {
  const path = temp.join('x.bin');
  writeFileSync(path, bytes);
  const { size, mtimeNs } = statSync(path, { bigint: true });
  return {
    path,
    object: { key: 'a/x.bin', sizeBytes: bytes.length, version: fileVersion(size, mtimeNs), modifiedMs: 0 },
  };
}

const large = wholeFileBytes + 1;

describe('the bytes of a file', () => {
  it.each([
    ['small', 1000, 0, 1000],
    ['small', 1000, 10, 20],
    ['small', 1000, 1000, 1000],
    ['whole at its limit', wholeFileBytes, wholeFileBytes - 5, wholeFileBytes],
    ['large', large, 0, large],
    ['large', large, 7, 9],
    ['large', large, large, large],
    ['empty', 0, 0, 0],
  ])('%s of %d bytes, from %d to %d', async (_, size, start, end) => {
    const { path, object } = put(pattern(size));
    const source = fileSource(path, object);
    expect([source.name, source.size]).toEqual(['a/x.bin', size]);
    expect(await source.read(start, end)).toEqual(pattern(size).subarray(start, end));
  });

  it('of a small file are read once, and remain what they were', async () => {
    const { path, object } = put(pattern(1000));
    const open = jest.spyOn(fs, 'openSync');
    const source = fileSource(path, object);
    expect(open).not.toHaveBeenCalled();
    await source.read(0, 10);
    rmSync(path);
    expect(await source.read(990, 1000)).toEqual(pattern(1000).subarray(990));
    expect(open).toHaveBeenCalledTimes(1);
  });

  it.each([1000, large])('of a part keep no more than that part in memory: %d', async (size) => {
    const { path, object } = put(pattern(size));
    expect((await fileSource(path, object).read(10, 30)).buffer.byteLength).toBe(20);
  });

  it('of a large file are read in the ranges that are asked for', async () => {
    const { path, object } = put(pattern(large));
    const read = jest.spyOn(fs, 'readSync');
    const source = fileSource(path, object);
    await source.read(0, 100);
    await source.read(200, 250);
    // The types know the shortest overload only: file, bytes, offset, length, position.
    expect(read.mock.calls.map((call: readonly unknown[]) => call[3])).toEqual([100, 50]);
  });

  it('are put together when the system gives them in pieces', async () => {
    const { path, object } = put(pattern(100));
    const { readSync } = fs;
    // One of many overloads; the mock reads 7 bytes at most.
    jest
      .spyOn(fs, 'readSync')
      .mockImplementation(((file: number, bytes: Uint8Array, offset: number, length: number, position: number) =>
        readSync(file, bytes, offset, Math.min(7, length), position)) as unknown as typeof readSync);
    expect(await fileSource(path, object).read(0, 100)).toEqual(pattern(100));
  });
});

describe('a file that is not the one that was listed', () => {
  const changed = refusal('changed', 'a/x.bin changed while it was read. Remedy: ask again');

  it.each([
    ['small', 1000],
    ['large', large],
  ])('is refused: %s, replaced', (_, size) => {
    const { path, object } = put(pattern(size));
    const source = fileSource(path, object);
    appendFileSync(path, 'more');
    expect(() => source.read(0, 10)).toThrow(changed);
  });

  it('is refused when only its time differs', () => {
    const { path, object } = put(pattern(1000));
    utimesSync(path, 1, 1);
    expect(() => fileSource(path, object).read(0, 10)).toThrow(changed);
  });

  it('is refused between two ranges', async () => {
    const { path, object } = put(pattern(large));
    const source = fileSource(path, object);
    await source.read(0, 10);
    utimesSync(path, 1, 1);
    expect(() => source.read(10, 20)).toThrow(changed);
  });

  it('is refused when it ends while it is read', () => {
    const { path, object } = put(pattern(1000));
    jest.spyOn(fs, 'readSync').mockReturnValue(0);
    expect(() => fileSource(path, object).read(0, 10)).toThrow(
      refusal('changed', 'a/x.bin became shorter while it was read. Remedy: ask again')
    );
  });

  it('is refused when it was removed', () => {
    const { path, object } = put(pattern(1000));
    rmSync(path);
    expect(() => fileSource(path, object).read(0, 10)).toThrow(
      refusal('changed', 'a/x.bin was removed while it was read. Remedy: ask again')
    );
  });

  it('is refused when a folder stands in its place', () => {
    const { path, object } = put(pattern(1000));
    rmSync(path);
    mkdirSync(path);
    expect(() => fileSource(path, object).read(0, 10)).toThrow(changed);
  });
});

describe('a file that cannot be read', () => {
  const unreadable = refusal('unreadable', "a/x.bin cannot be read. Remedy: check the file's permissions");

  it.each(['openSync', 'fstatSync', 'readSync'] as const)('is named when %s fails, with the cause', (call) => {
    const { path, object } = put(pattern(1000));
    const cause = Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    const close = jest.spyOn(fs, 'closeSync');
    jest.spyOn(fs, call).mockImplementation(() => {
      throw cause;
    });
    expect(() => fileSource(path, object).read(0, 10)).toThrow(unreadable);
    expect(() => fileSource(path, object).read(0, 10)).toThrow(expect.objectContaining({ cause }) as Error);
    // No descriptor is left open.
    expect(close).toHaveBeenCalledTimes(call === 'openSync' ? 0 : 2);
  });
});
