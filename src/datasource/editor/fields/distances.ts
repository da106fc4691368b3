import type { ComboboxOption } from '@grafana/ui';
import type { DistanceName, DistributionSource } from '../../../../pkg/contract/index.ts';

/** The distances in words. */
export const distanceOptions: ReadonlyArray<ComboboxOption<DistanceName>> = [
  { value: 'hellinger', label: 'Hellinger', description: '0 the same, 1 nothing in common' },
  { value: 'jensenshannon', label: 'Jensen-Shannon', description: '0 the same, 1 nothing in common' },
  { value: 'kl_divergence', label: 'KL divergence', description: '0 the same, without an upper limit' },
  { value: 'psi', label: 'PSI', description: 'population stability index; 0 the same, without an upper limit' },
];

/** Which sketch a distribution is taken from. */
export const distributionOptions: ReadonlyArray<ComboboxOption<DistributionSource>> = [
  { value: 'auto', label: 'What fits the column', description: 'by whether its baseline is discrete' },
  { value: 'histogram', label: 'Histograms', description: 'how its numbers lie' },
  { value: 'frequent_items', label: 'Frequent values', description: 'how often each value occurs' },
];
