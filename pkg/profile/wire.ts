import { byteAt } from './element.ts';
import { ProfileError, type ProfileErrorCode } from './profile-error.ts';
import { readText } from './text.ts';

/** Makes the error for what is wrong at an index of the bytes being read. */
export type Blame = (code: ProfileErrorCode, what: string, index: number) => ProfileError;

/** Blames bytes that lie in one piece in an object, beginning at `offset`. The subject says what they are. */
export function blamePiece(object: string, subject: string, offset: number): Blame {
  return (code, what, index) => new ProfileError(code, object, `${subject}: ${what}`, offset + index);
}

export const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

const longestVarint = 10;

/**
 * A cursor over protobuf wire format (proto3). It allocates nothing but what it returns, and returns views.
 *
 *     while (reader.next()) {
 *       if (reader.is(1, wire.varint)) n = reader.uint();
 *       else reader.skip();
 *     }
 */
export class WireReader {
  /** Number and wire type of the field that `next` stopped at. */
  field = 0;
  wireType = 0;
  /** Index of the next byte to be read. */
  position: number;
  /** End of the innermost message that was entered. */
  private limit: number;
  private readonly bytes: Uint8Array;
  private readonly blame: Blame;
  private low = 0;
  private high = 0;

  constructor(bytes: Uint8Array, blame: Blame, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.blame = blame;
    this.position = start;
    this.limit = end;
  }

  fail(code: ProfileErrorCode, what: string, position = this.position): ProfileError {
    return this.blame(code, what, position);
  }

  /** Turns to another message within the same bytes. */
  seek(start: number, end: number): void {
    this.position = start;
    this.limit = end;
  }

  /** Bytes left in the innermost message. */
  get left(): number {
    return this.limit - this.position;
  }

  /** Moves to the next field of the innermost message; false at its end. */
  next(): boolean {
    if (this.position >= this.limit) return false;
    const start = this.position;
    const first = byteAt(this.bytes, start);
    if (first >= 8 && first < 0x80) {
      this.position++;
      this.field = first >>> 3;
      this.wireType = first & 7;
      return true;
    }
    const tag = this.uint();
    this.field = Math.floor(tag / 8);
    this.wireType = tag % 8;
    if (this.field === 0 || tag > 0xffffffff) throw this.fail('corrupt', 'a field without a number', start);
    return true;
  }

  is(field: number, wireType: number): boolean {
    return this.field === field && this.wireType === wireType;
  }

  /** Passes over the value of a field that is not wanted or not known. */
  skip(): void {
    switch (this.wireType) {
      case wire.varint:
        this.varint();
        return;
      case wire.fixed64:
        this.advance(8);
        return;
      case wire.bytes:
        this.advance(this.length());
        return;
      case wire.fixed32:
        this.advance(4);
        return;
      default:
        throw this.fail('corrupt', `wire type ${this.wireType} does not exist`);
    }
  }

  /** Enters a nested message; hand the result to `leave`, from wherever in the message. */
  enter(): number {
    const length = this.length();
    return this.narrow(length);
  }

  /** The same for a message whose length was read before. */
  narrow(length: number): number {
    const outer = this.limit;
    this.limit = this.position + length;
    return outer;
  }

  leave(outer: number): void {
    this.position = this.limit;
    this.limit = outer;
  }

  /** A length that the rest of the innermost message can hold. */
  length(): number {
    const start = this.position;
    const length = this.uint();
    const left = this.limit - this.position;
    if (length > left) {
      throw this.fail('truncated', `a length of ${length} bytes is announced and ${left} are left`, start);
    }
    return length;
  }

  view(): Uint8Array {
    const length = this.length();
    const start = this.position;
    this.position += length;
    return this.bytes.subarray(start, this.position);
  }

  text(): string {
    const length = this.length();
    const start = this.position;
    this.position += length;
    return readText(this.bytes, start, this.position);
  }

  double(): number {
    const start = this.position;
    this.advance(8);
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + start, 8).getFloat64(0, true);
  }

  /** uint32, uint64, an enum or a boolean; at most 2^53 − 1, for nothing in a profile has more. */
  uint(): number {
    const first = this.position < this.limit ? byteAt(this.bytes, this.position) : 0x80;
    if (first < 0x80) {
      this.position++;
      return first;
    }
    const start = this.position;
    this.varint();
    const value = (this.high >>> 0) * 0x1_0000_0000 + (this.low >>> 0);
    if (value > Number.MAX_SAFE_INTEGER) throw this.fail('corrupt', 'a number beyond 2^53', start);
    return value;
  }

  /** int32 or int64 within ±(2^53 − 1). */
  int(): number {
    const start = this.position;
    this.varint();
    const value = this.high * 0x1_0000_0000 + (this.low >>> 0);
    if (!Number.isSafeInteger(value)) throw this.fail('corrupt', 'a number beyond 2^53', start);
    return value;
  }

  /** Any int64. Slow: for values, not for counters. */
  int64(): bigint {
    this.varint();
    return (BigInt(this.high) << 32n) | BigInt(this.low >>> 0);
  }

  private advance(count: number): void {
    const left = this.limit - this.position;
    if (count > left) throw this.fail('truncated', `${count} bytes are needed and ${left} are left`);
    this.position += count;
  }

  /** Reads a varint into `low` and `high`, 32 bits each, signed. */
  private varint(): void {
    const start = this.position;
    const end = Math.min(this.limit, start + longestVarint);
    let low = 0;
    let high = 0;
    for (let position = start, shift = 0; position < end; position++, shift += 7) {
      const byte = byteAt(this.bytes, position);
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >> 4;
      } else high |= bits << (shift - 32);
      if (byte < 0x80) {
        this.low = low;
        this.high = high;
        this.position = position + 1;
        return;
      }
    }
    if (end - start < longestVarint) throw this.fail('truncated', 'a number is cut off', start);
    throw this.fail('corrupt', `a number of more than ${longestVarint} bytes`, start);
  }
}
