import { at } from './element.ts';
import type { ObjectWindow } from './object-window.ts';

/** A half-open range of an object's bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes between two wanted ranges that are rather read and dropped than cost a request of their own. */
const worthwhileGapBytes = 16 * 1024;

/** Longest single request in bytes, so that a file of gigabytes is not asked for in one piece. */
const longestRequestBytes = 8 * 1024 * 1024;

/**
 * Reads ranges of an object in as few requests as their gaps allow; the answers stand in the order of `ranges`. One range of
 * a source in memory is there at once.
 */
export function readRanges(
  window: ObjectWindow,
  ranges: readonly ByteRange[]
): readonly Uint8Array[] | Promise<readonly Uint8Array[]> {
  if (ranges.length !== 1) return readSeveral(window, ranges);
  const { start, end } = at(ranges, 0);
  const bytes = window.read(start, end);
  return 'then' in bytes ? bytes.then((arrived) => [arrived]) : [bytes];
}

async function readSeveral(window: ObjectWindow, ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]> {
  const requests: { start: number; end: number; members: number[] }[] = [];
  const ascending = ranges
    .map((_, index) => index)
    .sort((left, right) => at(ranges, left).start - at(ranges, right).start);
  for (const member of ascending) {
    const { start, end } = at(ranges, member);
    const last = requests.at(-1);
    if (last !== undefined && start - last.end <= worthwhileGapBytes && end - last.start <= longestRequestBytes) {
      last.end = Math.max(last.end, end);
      last.members.push(member);
    } else requests.push({ start, end, members: [member] });
  }
  const answers = new Array<Uint8Array>(ranges.length);
  await Promise.all(
    requests.map(async (request) => {
      const bytes = await window.read(request.start, request.end);
      for (const member of request.members) {
        const { start, end } = at(ranges, member);
        answers[member] = bytes.subarray(start - request.start, end - request.start);
      }
    })
  );
  return answers;
}
