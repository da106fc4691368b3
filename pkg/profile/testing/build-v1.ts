import { WireWriter } from '../wire-writer.ts';

/** A v1 file put together piece by piece, so that each piece can be wrong. */
export interface V1Pieces {
  readonly segmentHeader?: Uint8Array;
  /** Instead of the header made of the fields below. */
  readonly header?: Uint8Array;
  readonly properties?: Uint8Array;
  /** Column entries of the header: name and packed offsets. */
  readonly columns?: readonly (readonly [name: string, offsets: readonly number[]])[];
  /** Index and path. */
  readonly paths?: readonly (readonly [index: number, path: string])[];
  readonly data?: Uint8Array;
  /** Announced length of the data area; default: its true length. */
  readonly length?: number;
  readonly trailing?: Uint8Array;
}

export function buildV1(pieces: V1Pieces): Uint8Array {
  const data = pieces.data ?? new Uint8Array(0);
  return new WireWriter()
    .raw(new TextEncoder().encode('WHY1'))
    .delimited(pieces.segmentHeader ?? new Uint8Array(0))
    .delimited(pieces.header ?? buildHeader(pieces, data.length))
    .raw(data)
    .raw(pieces.trailing ?? new Uint8Array(0))
    .finish();
}

function buildHeader(pieces: V1Pieces, dataLength: number): Uint8Array {
  const header = new WireWriter().message(1, pieces.properties ?? new Uint8Array(0));
  for (const [name, offsets] of pieces.columns ?? []) {
    const packed = new WireWriter();
    for (const offset of offsets) packed.varint(offset);
    const chunks = new WireWriter().message(1, packed.finish()).finish();
    header.message(2, new WireWriter().text(1, name).message(2, chunks).finish());
  }
  header.uint(4, pieces.length ?? dataLength);
  for (const [index, path] of pieces.paths ?? []) {
    header.message(5, new WireWriter().uint(1, index).text(2, path).finish());
  }
  return header.finish();
}

/** A chunk with its header. */
export function buildChunk(
  components: readonly (readonly [index: number, component: Uint8Array])[],
  type = 2,
  length?: number
): Uint8Array {
  const message = new WireWriter();
  for (const [index, component] of components) {
    message.message(1, new WireWriter().uint(1, index).message(2, component).finish());
  }
  const bytes = message.finish();
  const header = new WireWriter()
    .uint(1, type)
    .uint(3, length ?? bytes.length)
    .finish();
  return new WireWriter().delimited(header).raw(bytes).finish();
}

/** A component that holds an integer. */
export function integer(value: bigint, typeId = 0): Uint8Array {
  return new WireWriter().uint(1, typeId).int64(2, value).finish();
}

export function concatenate(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
