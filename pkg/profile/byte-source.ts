/** Where an object's bytes come from: memory, a file, or range requests to a store. */
export interface ByteSource {
  /** Stands in every error text. */
  readonly name: string;
  /** Size of the whole object in bytes. */
  readonly size: number;
  /** Bytes `start` up to but not including `end`; both lie within the object. */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array>;
}

/** An object that is already in memory. Reads are views, nothing is copied. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: (start, end) => bytes.subarray(start, end) };
}
