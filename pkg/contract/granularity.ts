/** Sizes of a batch, by their names in a monitor document. Times are UTC; a week begins on Monday (ISO). */
export const granularities = ['hourly', 'daily', 'weekly', 'monthly'] as const;

export type Granularity = (typeof granularities)[number];

/**
 * What a dataset's batches are when neither the query nor a monitor document says: days. Not inferred from the
 * profiles: one late file would then change the meaning of every other batch.
 */
export const defaultGranularity: Granularity = 'daily';
