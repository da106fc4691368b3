import { byteAt } from './element.ts';

// Without `ignoreBOM` a leading U+FEFF would be dropped, and it is a character of a name like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longest text that is put together byte by byte; beyond it the platform's decoder is faster. */
const shortText = 24;

/** UTF-8 between two indexes; invalid sequences become U+FFFD, as protobuf readers that do not refuse them have it. */
export function readText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= shortText) {
    let text = '';
    for (let index = start; index < end; index++) {
      const byte = byteAt(bytes, index);
      if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(bytes.subarray(start, end));
}

/** Order by Unicode code points, the order of Python's `sorted`: UTF-16 units would put U+1F600 before U+FF5E. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return liftSurrogates(a) - liftSurrogates(b);
  }
  return left.length - right.length;
}

// Surrogates stand for code points above U+FFFF: they sort after every other unit.
function liftSurrogates(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}
