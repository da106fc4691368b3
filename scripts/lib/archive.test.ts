import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readDirectory } from '../../tests/plugin/zip-directory.ts';
import { digest, zipFolder } from './archive.ts';

describe('an archive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftglass-archive-'));
    mkdirSync(join(folder, 'datasource'));
    writeFileSync(join(folder, 'plugin.json'), '{}');
    writeFileSync(join(folder, 'datasource', 'gpx_x'), 'program');
    chmodSync(join(folder, 'datasource', 'gpx_x'), 0o700);
    chmodSync(join(folder, 'plugin.json'), 0o600);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('has one folder, and what may be executed there has the bit', () => {
    const bytes = zipFolder(folder, 'an-app', '2026-11-22');
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['an-app/datasource/gpx_x', 'an-app/plugin.json']);
    expect(new TextDecoder().decode(files['an-app/datasource/gpx_x'])).toBe('program');
    expect(readDirectory(bytes)).toEqual([
      { name: 'an-app/datasource/gpx_x', mode: 0o100755, madeBy: 3, day: '2026-11-22' },
      { name: 'an-app/plugin.json', mode: 0o100644, madeBy: 3, day: '2026-11-22' },
    ]);
  });

  test('is the same bytes again, and others on another day', () => {
    const first = digest('sha256', zipFolder(folder, 'an-app', '2026-11-22'));
    expect(digest('sha256', zipFolder(folder, 'an-app', '2026-11-22'))).toBe(first);
    expect(digest('sha256', zipFolder(folder, 'an-app', '2026-11-23'))).not.toBe(first);
  });

  test('refuses a link', () => {
    symlinkSync('/etc/hostname', join(folder, 'link'));
    expect(() => zipFolder(folder, 'an-app', '2026-11-22')).toThrow(/link is no plain file, and so cannot be shipped$/);
  });
});

// Digests of "abc" of FIPS 180-4.
test.each([
  ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
] as const)('%s of a text', (algorithm, expected) => {
  expect(digest(algorithm, new TextEncoder().encode('abc'))).toBe(expected);
});
