import type { DisplayBins } from './display-bins.ts';
import { parseBins } from './display-bins.ts';
import { ContractError } from './error.ts';
import type { JsonReader } from './json-reader.ts';
import type { CommonQuery } from './query-common.ts';
import { parseCommon } from './query-common.ts';

/** `quantiles`: five series; `heatmap`: the number of values in each bin of each batch. */
export const distributionForms = ['quantiles', 'heatmap'] as const;

/** The distribution of columns over time. */
export interface DistributionQuery extends CommonQuery {
  readonly kind: 'distribution';
  readonly form: (typeof distributionForms)[number];
  /** Of a heat map: common to all its batches and of equal width. */
  readonly bins: Exclude<DisplayBins, 'equal_mass' | 'analyzer'>;
}

/** @throws ContractError */
export function parseDistributionQuery(reader: JsonReader): DistributionQuery {
  const bins = parseBins(reader);
  if (bins === 'equal_mass' || bins === 'analyzer') {
    throw new ContractError(
      'unknown-value',
      'bins',
      `"${bins}" is for profile queries; a heat map takes auto or a number`
    );
  }
  return {
    kind: 'distribution',
    ...parseCommon(reader),
    form: reader.optionalOneOf('form', distributionForms) ?? 'quantiles',
    bins,
  };
}
