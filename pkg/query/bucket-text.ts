import type { BucketSize } from '../timeline/index.ts';

function startText(startMs: number, size: BucketSize): string {
  const text = new Date(startMs).toISOString();
  switch (size) {
    case 'hourly':
      return `${text.slice(0, 16)}Z`;
    case 'monthly':
    case 'quarterly':
      return text.slice(0, 7);
    case 'yearly':
      return text.slice(0, 4);
    case 'daily':
    case 'weekly':
      return text.slice(0, 10);
  }
}

/** Buckets in words, by their starts: `2013-03-08`, `2013-03-01 to 2013-03-08`, `the week of 2013-03-04`. */
export function bucketsText(starts: readonly number[], size: BucketSize): string {
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) {
    return 'the newest completed batches';
  }
  const of = size === 'weekly' ? (starts.length === 1 ? 'the week of ' : 'the weeks of ') : '';
  return starts.length === 1
    ? of + startText(first, size)
    : `${of}${startText(first, size)} to ${startText(last, size)}`;
}
