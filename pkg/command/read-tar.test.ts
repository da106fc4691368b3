import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTar } from 'nanotar';
import { readTar } from './read-tar.ts';
import { makeTar } from './testing/make-tar.ts';

const bytes = Uint8Array.from({ length: 513 }, (_, i) => i % 251);

function refusal(text: RegExp): Error {
  return expect.objectContaining({
    name: 'CommandError',
    code: 'input',
    message: expect.stringMatching(text) as string,
  }) as Error;
}

describe('a tar', () => {
  it.each([
    ['nothing', [], []],
    ['an empty file', [{ name: 'a' }], [{ name: 'a', bytes: new Uint8Array(0) }]],
    [
      'files and folders',
      [
        { name: 'd/', type: '5' },
        { name: 'd/a', bytes },
        { name: 'b', bytes: bytes.subarray(0, 512), type: '\0' },
      ],
      [
        { name: 'd/a', bytes },
        { name: 'b', bytes: bytes.subarray(0, 512) },
      ],
    ],
    ['a long name', [{ name: 'a', prefix: 'p/q', bytes }], [{ name: 'p/q/a', bytes }]],
  ])('of %s gives its files', (_, pieces, files) => {
    const tar = makeTar(pieces);
    const found = readTar('x.tar', tar);
    expect(found.map(({ name, bytes: content }) => [name, [...content]])).toEqual(
      files.map(({ name, bytes: content }) => [name, [...content]])
    );
    // Another implementation reads the same; it takes all of the buffer behind what it is given.
    const others = parseTar(Uint8Array.from(tar)).filter(({ type }) => type !== 'directory');
    expect(others.map(({ name }) => name.replace(/\0.*$/s, ''))).toEqual(
      files.map(({ name }) => name.replace('p/q/', ''))
    );
  });

  it('that the system made is read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftglass-tar-'));
    try {
      mkdirSync(join(folder, 'in', 'deep'), { recursive: true });
      writeFileSync(join(folder, 'in', 'deep', 'a.bin'), bytes);
      execFileSync('tar', ['--format=ustar', '-cf', join(folder, 'x.tar'), '-C', folder, 'in']);
      const files = readTar('x.tar', readFileSync(join(folder, 'x.tar')));
      expect(files.map(({ name, bytes: content }) => [name, [...content]])).toEqual([['in/deep/a.bin', [...bytes]]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const whole = makeTar([{ name: 'a', bytes }]);
  const damaged = Uint8Array.from(whole).fill(0x41, 0, 1).fill(0x42, 1, 2);

  it.each([
    ['nothing at all', new Uint8Array(0), /^x\.tar ends at byte 0 without the end of an archive\. Remedy: copy/],
    ['a text', new Uint8Array(600).fill(0x61), /^x\.tar is no tar, or damaged, at byte 0\./],
    ['a damaged header', damaged, /^x\.tar is no tar, or damaged, at byte 0\./],
    ['half a file', whole.subarray(0, 700), /^x\.tar ends before the end of "a"\./],
    ['no end', whole.subarray(0, 512 + 1024), /^x\.tar ends at byte 1536 without the end of an archive\./],
    [
      'a link',
      makeTar([{ name: 'l', type: '2' }]),
      /^x\.tar holds "l" of the type "2"; files and folders alone are taken\./,
    ],
    ['an extended header', makeTar([{ name: 'x', type: 'x' }]), /of the type "x"/],
    [
      'a way upwards',
      makeTar([{ name: 'a/../../b' }]),
      /^x\.tar holds "a\/\.\.\/\.\.\/b", which leads out of its folder\./,
    ],
    ['a way from the root', makeTar([{ name: '/etc/b' }]), /which leads out of its folder/],
  ])('with %s is refused', (_, tar, text) => {
    expect(() => readTar('x.tar', tar)).toThrow(refusal(text));
  });
});
