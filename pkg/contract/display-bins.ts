import { ContractError } from './error.ts';
import type { JsonReader } from './json-reader.ts';
import { parseNumber } from './parse-number.ts';
import { refuseVariables } from './variables.ts';

/**
 * Rules by which the bins of a shown histogram are chosen. `auto`: Freedman and Diaconis on both sides together, one
 * bin a value for few whole numbers; `equal_mass`: each with the same share of the baseline; `analyzer`: the drift
 * analyzer's own.
 */
export const binRules = ['auto', 'equal_mass', 'analyzer'] as const;

/** A rule, or a number of bins of equal width. */
export type DisplayBins = (typeof binRules)[number] | number;

/** Most bins of a histogram: 500, more than a wide panel has room for. */
export const maxBins = 500;

/** Reads `bins`; `auto` when absent. @throws ContractError */
export function parseBins(reader: JsonReader): DisplayBins {
  const value = reader.optionalValue('bins');
  const rule = binRules.find((name) => name === value);
  if (rule !== undefined) {
    return rule;
  }
  if (typeof value === 'string' && Number.isNaN(Number(value))) {
    refuseVariables('bins', value);
    throw new ContractError('unknown-value', 'bins', `"${value}" is none of ${binRules.join(', ')} and no number`);
  }
  const count = parseNumber(reader, 'bins') ?? 'auto';
  if (count !== 'auto' && !(Number.isInteger(count) && count >= 1 && count <= maxBins)) {
    throw new ContractError('out-of-range', 'bins', `${count} is no whole number of bins from 1 to ${maxBins}`);
  }
  return count;
}
