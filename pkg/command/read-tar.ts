import { CommandError } from './error.ts';

/** A file in an archive. */
export interface TarFile {
  /** Path with `/` between its parts, never absolute and never upwards. */
  readonly name: string;
  /** A view of the archive. */
  readonly bytes: Uint8Array;
}

/** Everything in a tar is a multiple of this many bytes. */
const blockBytes = 512;

const decoder = new TextDecoder();

function text(block: Uint8Array, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return decoder.decode(end < 0 ? field : field.subarray(0, end));
}

function octal(block: Uint8Array, start: number, length: number): number {
  const digits = text(block, start, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : NaN;
}

/** The sum of a header's bytes, its own field taken for spaces. */
function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
}

/** Entry types of POSIX ustar that are taken: files (two spellings) and folders. */
const [plainFile, oldFile, folder] = ['0', '', '5'];

/**
 * The files of a tar, in its order. Folders are passed over: files say where they lie. Links, devices and extended
 * headers are refused, as are names that lead out of the folder they are unpacked into.
 *
 * @param archive names the file in errors
 * @throws CommandError input
 */
export function readTar(archive: string, tar: Uint8Array): readonly TarFile[] {
  const files: TarFile[] = [];
  const refuse = (what: string): CommandError =>
    new CommandError('input', `${archive} ${what}. Remedy: copy the archive again`);
  let position = 0;
  for (;;) {
    const block = tar.subarray(position, position + blockBytes);
    if (block.length < blockBytes) {
      throw refuse(`ends at byte ${position} without the end of an archive`);
    }
    if (block.every((byte) => byte === 0)) {
      return files;
    }
    if (octal(block, 148, 8) !== checksum(block)) {
      throw refuse(`is no tar, or damaged, at byte ${position}`);
    }
    const prefix = text(block, 257, 5) === 'ustar' ? text(block, 345, 155) : '';
    const name = (prefix === '' ? '' : `${prefix}/`) + text(block, 0, 100);
    const type = text(block, 156, 1);
    const size = octal(block, 124, 12);
    const first = position + blockBytes;
    if (name.startsWith('/') || name.split('/').includes('..')) {
      throw refuse(`holds "${name}", which leads out of its folder`);
    }
    if (type === plainFile || type === oldFile) {
      if (!(first + size <= tar.length)) {
        throw refuse(`ends before the end of "${name}"`);
      }
      files.push({ name, bytes: tar.subarray(first, first + size) });
    } else if (type !== folder) {
      throw refuse(`holds "${name}" of the type "${type}"; files and folders alone are taken`);
    }
    position = first + Math.ceil((type === folder ? 0 : size) / blockBytes) * blockBytes;
  }
}
