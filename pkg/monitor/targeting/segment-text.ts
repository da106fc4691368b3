import type { Segment } from '../../contract/index.ts';
import { makeSegment } from '../../contract/index.ts';

function withoutAmpersand(text: string): string {
  return text.replaceAll('&', '_');
}

/**
 * A segment as result records write it: `key=value` sorted by key and joined by `&`, an `&` inside a part replaced by
 * `_` (spec/analyzers.md c); empty for the whole dataset. Tags with a blank key are left out. Blank values are kept,
 * unlike in WhyLabs' engine, where such a segment could not be told from the whole dataset.
 */
export function segmentRecordText(segment: Segment): string {
  return makeSegment(segment.map(({ key, value }) => [key, value]))
    .filter(({ key }) => key.trim() !== '')
    .map(({ key, value }) => `${withoutAmpersand(key)}=${withoutAmpersand(value)}`)
    .join('&');
}
