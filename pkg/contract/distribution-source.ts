/** Which sketch a distance is taken from; `auto` takes WhyLabs' rule of discreteness on the baseline. */
export const distributionSources = ['auto', 'histogram', 'frequent_items'] as const;
export type DistributionSource = (typeof distributionSources)[number];
