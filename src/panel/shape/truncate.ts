/** Width of a text in pixels. */
export type Measure = (text: string) => number;

const ellipsis = '…';

/**
 * Shortens a text in its middle until it fits: names of categories differ at their ends as often as at their starts.
 * Cuts between code points. A width that holds no character gives the ellipsis alone.
 */
export function truncateMiddle(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) {
    return text;
  }
  const characters = Array.from(text);
  const shortened = (kept: number) => {
    const head = Math.ceil(kept / 2);
    return characters.slice(0, head).join('') + ellipsis + characters.slice(characters.length - (kept - head)).join('');
  };
  let [low, high] = [0, characters.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(shortened(middle)) <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return shortened(Math.max(low, 0));
}
