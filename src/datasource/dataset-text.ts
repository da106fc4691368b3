import type { DatasetResource } from '../../pkg/contract/index.ts';

/** `1 profile`, `1,204 profiles`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The UTC days of a dataset's profiles: `2013-01-01 to 2013-12-31`; a text that says so where there are none. */
export function rangeText({ firstMs, lastMs }: DatasetResource): string {
  if (firstMs === null || lastMs === null) {
    return 'no profiles in time';
  }
  const [first, last] = [dayText(firstMs), dayText(lastMs)];
  return first === last ? first : `${first} to ${last}`;
}

function dayText(ms: number): string {
  const time = new Date(ms);
  // A damaged file may name a time that no calendar has.
  return Number.isNaN(time.getTime()) ? 'an impossible day' : time.toISOString().slice(0, 10);
}

/** What is in a dataset, in one line. */
export function datasetText(dataset: DatasetResource): string {
  const { profiles, columns, references } = dataset;
  const also = references.length === 0 ? [] : [counted(references.length, 'reference profile')];
  return [counted(profiles, 'profile'), counted(columns, 'column'), rangeText(dataset), ...also].join(', ');
}
