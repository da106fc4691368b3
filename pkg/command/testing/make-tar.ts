/** An entry of a tar that is put together piece by piece, so that each piece can be wrong. */
export interface TarPiece {
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** `0` file, `5` folder, `2` link, `x` extended header, … */
  readonly type?: string;
  readonly prefix?: string;
}

const encoder = new TextEncoder();

function header({ name, bytes = new Uint8Array(0), type = '0', prefix = '' }: TarPiece): Uint8Array {
  const block = new Uint8Array(512);
  const put = (text: string, start: number): void => block.set(encoder.encode(text), start);
  put(name, 0);
  put(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  put('        ', 148);
  put(type, 156);
  put('ustar\x0000', 257);
  put(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** A POSIX ustar archive with its two empty blocks at the end. */
export function makeTar(pieces: readonly TarPiece[]): Uint8Array {
  const parts = pieces.flatMap((piece) => {
    const bytes = piece.bytes ?? new Uint8Array(0);
    return [header(piece), bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, new Uint8Array(1024)]);
}
