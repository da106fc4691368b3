/** One column's part of a profile: found and bounded, nothing decoded, sketches still views of the bytes read. */
export interface RawColumn {
  /** The object it came from, for error texts. */
  readonly object: string;
  readonly name: string;
  /** Component messages by full path, such as `counts/n`. Made when first asked for. */
  readonly components: ReadonlyMap<string, Uint8Array>;
}
