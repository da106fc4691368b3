import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withRpath, withoutUnloadedSections } from './elf.ts';
import { programHeaders, readU64, sectionHeaders } from './elf-headers.ts';
import { findRuntimeLibraries } from './runtime-libraries.ts';

// The judge is the system's dynamic linker, so these need its kind of file: run where the executable is built.
const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';
if (!isLinuxX64) {
  console.warn(`elf.test.ts: skipped, ${process.platform} ${process.arch} has no ELF file of linux x64 at hand`);
}

(isLinuxX64 ? describe : describe.skip)('on the Node that runs this', () => {
  const node = readFileSync(process.execPath);
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftglass-elf-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function run(file: Buffer, ...args: string[]): string {
    const path = join(folder, 'node');
    writeFileSync(path, file, { mode: 0o755 });
    return execFileSync(path, args, { encoding: 'utf8' });
  }

  test('withoutUnloadedSections leaves a shorter file that runs', () => {
    const short = withoutUnloadedSections(node);
    expect(short.length).toBeLessThan(node.length);
    expect(run(short, '-p', '6 * 7')).toBe('42\n');
  });

  test('withoutUnloadedSections keeps every loaded byte in its place', () => {
    const short = withoutUnloadedSections(node);
    const segments = programHeaders(node);
    expect(programHeaders(short)).toEqual(segments);
    // The header of the file itself is in the first segment: its last 24 bytes say where the sections are.
    for (const { offset, fileBytes } of segments.filter(({ type }) => type === 1)) {
      const from = Math.max(offset, 64);
      expect(short.subarray(from, offset + fileBytes).equals(node.subarray(from, offset + fileBytes))).toBe(true);
    }
  });

  test('withRpath makes the dynamic linker take libraries from beside the program', () => {
    for (const { name, path } of findRuntimeLibraries()) {
      writeFileSync(join(folder, name), readFileSync(path));
    }
    const script = `require('fs').readFileSync('/proc/self/maps', 'utf8')`;
    const before = run(withoutUnloadedSections(node), '-p', script);
    const after = run(withRpath(withoutUnloadedSections(node), '$ORIGIN'), '-p', script);
    expect(before).not.toContain(join(folder, 'libstdc++.so.6'));
    expect(after).toContain(join(folder, 'libstdc++.so.6'));
    expect(after).toContain(join(folder, 'libgcc_s.so.1'));
  });

  test('withRpath refuses a second path', () => {
    expect(() => withRpath(withRpath(node, '$ORIGIN'), '$ORIGIN')).toThrow('the file has a library path already');
  });

  test('withRpath refuses a path that is longer than the free end of the page', () => {
    expect(() => withRpath(node, 'x'.repeat(4096))).toThrow(
      'the page behind the string table has no room for the library path'
    );
  });

  test('withRpath refuses a page whose end is in use', () => {
    const used = Buffer.from(node);
    const first = programHeaders(used).find(({ type }) => type === 1);
    used[(first?.offset ?? 0) + (first?.fileBytes ?? 0)] = 1;
    expect(() => withRpath(used, '$ORIGIN')).toThrow('no room for the library path');
  });

  test('withRpath refuses a dynamic table without a spare entry', () => {
    const full = Buffer.from(node);
    const section = sectionHeaders(full).find(({ type }) => type === 6);
    const { offset, bytes } = section ?? { offset: 0, bytes: 0 };
    for (let at = offset; at < offset + bytes; at += 16) {
      if (readU64(full, at) === 0 && at < offset + bytes - 16) {
        full.writeBigUInt64LE(0x15n, at);
      }
    }
    expect(() => withRpath(full, '$ORIGIN')).toThrow('the dynamic table has no spare entry');
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a script', Buffer.from('#!/bin/sh\n'.repeat(20))],
  ['a file of 32 bits', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 1]), Buffer.alloc(100)])],
  ['a big-endian file', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 2]), Buffer.alloc(100)])],
])('%s is refused', (_, file) => {
  expect(() => withoutUnloadedSections(file)).toThrow('not a 64-bit little-endian ELF file');
  expect(() => withRpath(file, '$ORIGIN')).toThrow('not a 64-bit little-endian ELF file');
});
