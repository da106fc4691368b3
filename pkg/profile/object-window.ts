import type { ByteSource } from './byte-source.ts';
import { ProfileError } from './profile-error.ts';

/** A part of an object that was read once, so that what lies in it costs no further request. */
export class ObjectWindow {
  readonly source: ByteSource;
  private readonly start: number;
  private bytes: Uint8Array;

  private constructor(source: ByteSource, start: number, bytes: Uint8Array) {
    this.source = source;
    this.start = start;
    this.bytes = bytes;
  }

  static async open(source: ByteSource, start: number, end: number): Promise<ObjectWindow> {
    return new ObjectWindow(source, start, await readExactly(source, start, Math.min(end, source.size)));
  }

  /** Bytes of the object. Outside the window they are requested, and not kept. A promise only where the source needs one. */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array> {
    return this.view(start, end) ?? readExactly(this.source, start, end);
  }

  /** Makes the window reach to `end` (or the object's end) and returns the bytes from `start` on. */
  async extend(start: number, end: number): Promise<Uint8Array> {
    const last = Math.min(end, this.source.size);
    const loaded = this.start + this.bytes.length;
    if (last > loaded) {
      const more = await readExactly(this.source, loaded, last);
      const joined = new Uint8Array(this.bytes.length + more.length);
      joined.set(this.bytes);
      joined.set(more, this.bytes.length);
      this.bytes = joined;
    }
    return this.bytes.subarray(start - this.start);
  }

  /** Whether a byte of the object has been read. */
  holds(position: number): boolean {
    return position >= this.start && position < this.start + this.bytes.length;
  }

  private view(start: number, end: number): Uint8Array | null {
    const inside = start >= this.start && end <= this.start + this.bytes.length;
    return inside ? this.bytes.subarray(start - this.start, end - this.start) : null;
  }
}

function readExactly(source: ByteSource, start: number, end: number): Uint8Array | Promise<Uint8Array> {
  const bytes = source.read(start, end);
  // Not `instanceof`: a promise can come from another realm.
  return 'then' in bytes
    ? bytes.then((arrived) => requireLength(source, arrived, start, end))
    : requireLength(source, bytes, start, end);
}

function requireLength(source: ByteSource, bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (bytes.length !== end - start) {
    throw new ProfileError(
      'truncated',
      source.name,
      `${end - start} bytes were asked for and ${bytes.length} came`,
      start
    );
  }
  return bytes;
}
