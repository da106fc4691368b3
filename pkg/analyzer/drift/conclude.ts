import type { AnalyzerOutcome, DriftAlgorithm, DriftConfig, ResultFields } from '../../contract/index.ts';
import type { DriftCells } from '../drift-cells.ts';
import { formatNumber } from '../format-number.ts';
import { finiteOrNull, verdict } from '../outcome.ts';
import { explainCells } from './explain-cells.ts';
import type { Measured } from './measured.ts';

/** What an explanation calls each algorithm's value. */
export const algorithmNames: Readonly<Record<DriftAlgorithm, string>> = {
  hellinger: 'Hellinger distance',
  jensenshannon: 'Jensen-Shannon distance',
  kl_divergence: 'Kullback-Leibler divergence',
  psi: 'population stability index',
  ks_test: 'Kolmogorov-Smirnov statistic',
  wasserstein: 'Wasserstein distance',
  variation_distance: 'total variation distance',
  chi_square: 'chi-square statistic',
};

/** The fields of a result of drift. */
export function fieldsOf(
  { algorithm, threshold, metric, baseline }: DriftConfig,
  { value, pValue }: Pick<Measured, 'value' | 'pValue'>
): ResultFields {
  return {
    drift_metricValue: finiteOrNull(value),
    drift_threshold: threshold,
    ...(pValue === undefined ? {} : { drift_pValue: pValue }),
    algorithm,
    algorithmMode: metric,
    ...(baseline.type === 'Reference' ? { referenceProfileId: baseline.profileId } : {}),
  };
}

/** The comparison with the threshold as a sentence; the note stands behind it. */
export function explain({ algorithm, threshold }: DriftConfig, value: number, note: string): string {
  const place = value > threshold ? 'above' : 'not above';
  const limit = `the threshold ${formatNumber(threshold)}`;
  return `${algorithmNames[algorithm]} ${formatNumber(value)} is ${place} ${limit}${note === '' ? '' : ` (${note})`}`;
}

/** The result of a value over common cells: above the threshold alerts. */
export function conclude(config: DriftConfig, cells: DriftCells, measured: Measured): AnalyzerOutcome {
  const { value, contribution, note } = measured;
  const most = explainCells(cells, contribution);
  const isHistogram = cells.kind === 'histogram';
  return verdict(
    value > config.threshold,
    fieldsOf(config, measured),
    `${explain(config, value, note)}${most === '' ? '' : `; ${most}`}`,
    {
      edges: isHistogram ? [...cells.edges] : null,
      end: isHistogram ? cells.end : null,
      items: isHistogram ? null : cells.items,
      baseline: [...cells.baseline],
      target: [...cells.target],
      contribution: [...contribution],
    }
  );
}
