import type { DataFrame } from '@grafana/data';
import { fieldNamed, numbersOf, readDistribution, sidesOf, totalOf } from './columns.ts';
import type { Refusal } from './parse-bins.ts';
import { parseFacts } from './parse-meta.ts';
import type { ProfileModel } from './profile-model.ts';

/** What a category without a name is called. */
export const emptyCategory = '(empty)';

function categoryName(value: unknown): string {
  if (typeof value === 'string') {
    return value === '' ? emptyCategory : value;
  }
  // Other data sources may send numbers or booleans.
  return value === null || value === undefined ? emptyCategory : JSON.stringify(value);
}

/** A list of categories of the profile query. */
export function parseCategories(frame: DataFrame, name: string): ProfileModel | Refusal {
  const [target, baseline] = [readDistribution(frame, 'target'), readDistribution(frame, 'baseline')];
  if (target === 'invalid' || baseline === 'invalid') {
    return { reason: 'a count or a share is negative or no number' };
  }
  const facts = { name, ...parseFacts(frame, { target: totalOf(target), baseline: totalOf(baseline) }) };
  const sides = sidesOf(target, baseline);
  const categories = fieldNamed(frame, 'category');
  if (frame.length === 0 || sides === null) {
    return { shape: 'empty', ...facts };
  }
  if (categories === null) {
    return { reason: 'the field "category" with the names is missing' };
  }
  // Grafana types values as any.
  const values: readonly unknown[] = categories.values;
  const names = values.map(categoryName);
  const contribution = numbersOf(fieldNamed(frame, 'contribution'), frame.length);
  if (contribution !== null && !contribution.every(Number.isFinite)) {
    return { reason: 'a contribution is no finite number' };
  }
  return { shape: 'categories', ...facts, ...sides, names, contribution };
}
