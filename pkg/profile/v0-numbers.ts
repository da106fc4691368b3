import { wire, type WireReader } from './wire.ts';

/** Bytes within an object, and where they begin there. */
export interface ByteView {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

export const noView: ByteView = { bytes: new Uint8Array(0), offset: 0 };

/** `NumbersMessageV0` (spec 2.1), sketches still bytes. */
export interface V0Numbers {
  /** Count, mean and sum of squared deviations; null when the message is absent. */
  readonly variance: { readonly count: number; readonly mean: number; readonly m2: number } | null;
  readonly longs: { readonly count: number; readonly min: bigint; readonly max: bigint } | null;
  readonly doublesCount: number | null;
  readonly histogram: ByteView;
  readonly theta: ByteView;
}

/** `StringsMessageV0`, as far as v1 has a place for it. */
export interface V0Strings {
  readonly items: ByteView;
  readonly theta: ByteView;
}

/** Reads the message in which the reader stands. */
export function readNumbers(reader: WireReader): V0Numbers {
  let variance: V0Numbers['variance'] = null;
  let longs: V0Numbers['longs'] = null;
  let doublesCount: number | null = null;
  let histogram = noView;
  let theta = noView;
  let compactTheta = noView;
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) variance = readVariance(reader);
    else if (reader.is(2, wire.bytes)) doublesCount = readDoublesCount(reader);
    else if (reader.is(3, wire.bytes)) longs = readLongs(reader);
    else if (reader.is(4, wire.bytes)) histogram = readView(reader);
    else if (reader.is(5, wire.bytes)) theta = readView(reader);
    else if (reader.is(6, wire.bytes)) compactTheta = readView(reader);
    else reader.skip();
  }
  return { variance, longs, doublesCount, histogram, theta: compactOf(compactTheta, theta) };
}

/** Reads the message in which the reader stands. */
export function readStrings(reader: WireReader): V0Strings {
  let items = noView;
  let theta = noView;
  let compactTheta = noView;
  while (reader.next()) {
    if (reader.is(2, wire.bytes)) theta = readView(reader);
    else if (reader.is(3, wire.bytes)) items = readView(reader);
    else if (reader.is(4, wire.bytes)) compactTheta = readView(reader);
    else reader.skip();
  }
  return { items, theta: compactOf(compactTheta, theta) };
}

/** Reads the bytes of a sketch message `{1: sketch}` in which the reader stands. */
export function readWrapped(reader: WireReader): ByteView {
  let view = noView;
  while (reader.next()) {
    if (reader.is(1, wire.bytes)) view = readView(reader);
    else reader.skip();
  }
  return view;
}

function readView(reader: WireReader): ByteView {
  const bytes = reader.view();
  return { bytes, offset: reader.position - bytes.length };
}

/** Byte 2 of a theta sketch: 3 in compact ones; updatable ones (2) were never met and are not read. */
const compactFamily = 3;

function compactOf(compact: ByteView, other: ByteView): ByteView {
  return [compact, other].find(({ bytes }) => bytes[2] === compactFamily) ?? noView;
}

function readVariance(reader: WireReader): V0Numbers['variance'] {
  let count = 0;
  let mean = 0;
  let m2 = 0;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) count = reader.int();
    else if (reader.is(2, wire.fixed64)) m2 = reader.double();
    else if (reader.is(3, wire.fixed64)) mean = reader.double();
    else reader.skip();
  }
  reader.leave(outer);
  return { count, mean, m2 };
}

function readDoublesCount(reader: WireReader): number {
  let count = 0;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) count = reader.int();
    else reader.skip();
  }
  reader.leave(outer);
  return count;
}

function readLongs(reader: WireReader): V0Numbers['longs'] {
  let count = 0;
  let min = 0n;
  let max = 0n;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.is(1, wire.varint)) count = reader.int();
    else if (reader.is(2, wire.varint)) min = reader.int64();
    else if (reader.is(3, wire.varint)) max = reader.int64();
    else reader.skip();
  }
  reader.leave(outer);
  return { count, min, max };
}
