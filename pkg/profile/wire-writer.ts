import { wire } from './wire.ts';

const encoder = new TextEncoder();

/** Writes protobuf wire format (proto3) into a buffer that grows. */
export class WireWriter {
  /** Bytes written so far. */
  length = 0;
  private bytes = new Uint8Array(256);

  /** What was written so far, a copy. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /** An unsigned number up to 2^53 − 1. */
  uint(field: number, value: number): this {
    return this.tag(field, wire.varint).varint(value);
  }

  /** Any int64. */
  int64(field: number, value: bigint): this {
    this.tag(field, wire.varint);
    let rest = BigInt.asUintN(64, value);
    while (rest >= 0x80n) {
      this.byte(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    return this.byte(Number(rest));
  }

  double(field: number, value: number): this {
    this.tag(field, wire.fixed64);
    const start = this.grow(8);
    new DataView(this.bytes.buffer).setFloat64(start, value, true);
    return this;
  }

  text(field: number, value: string): this {
    return this.message(field, encoder.encode(value));
  }

  /** A nested message, or any bytes. */
  message(field: number, value: Uint8Array): this {
    return this.tag(field, wire.bytes).delimited(value);
  }

  /** A message with its length before it and no field number. */
  delimited(value: Uint8Array): this {
    return this.varint(value.length).raw(value);
  }

  raw(value: Uint8Array): this {
    const start = this.grow(value.length);
    this.bytes.set(value, start);
    return this;
  }

  private tag(field: number, wireType: number): this {
    return this.varint(field * 8 + wireType);
  }

  /** A bare number, without a field. */
  varint(value: number): this {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.byte(rest);
  }

  private byte(value: number): this {
    const start = this.grow(1);
    this.bytes[start] = value;
    return this;
  }

  /** Makes room and returns where it begins. Doubling keeps the copying linear in what is written. */
  private grow(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.length, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
    }
    return start;
  }
}
