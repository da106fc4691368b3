/** A column as the independent decoder of the WhyLabs files describes it (tests/data/README.md). */
export interface ExpectedColumn {
  /** Null, as is the next, in a column that is nothing but a name. */
  readonly count: number | null;
  readonly count_null: number | null;
  readonly types: Readonly<Record<string, number>>;
  readonly mean?: number;
  readonly m2?: number;
  readonly kll?: {
    readonly n: number;
    readonly min?: number;
    readonly max?: number;
    readonly q25?: number;
    readonly median?: number;
    readonly q75?: number;
    readonly q95?: number;
  };
  readonly frequent_items?: {
    readonly stream_weight: number;
    readonly active: number;
    readonly top: readonly (readonly [item: string, estimate: number])[];
  };
}

export interface ExpectedProfile {
  readonly dataset_timestamp: number | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, ExpectedColumn>>;
}

function ratio(part: number | null, count: number | null): number | null {
  return part === null || count === null || count === 0 ? null : part / count;
}

/** What a column without numbers has no value of. */
function ifNumbers(n: number, value: number | undefined): number | null {
  return n === 0 ? null : (value ?? null);
}

/**
 * The sample's deviation. The original divides by a count that includes nulls; here it is the number of values that
 * the sketch holds (spec/whylogs-profiles.md, 2.2).
 */
function deviation(n: number, m2: number | undefined): number | null {
  return m2 === undefined ? null : n < 2 ? ifNumbers(n, 0) : Math.sqrt(m2 / (n - 1));
}

/** Types by the metric's name and by the decoder's. */
const types = { bool: 'boolean', integral: 'integral', fractional: 'fractional', string: 'string', object: 'object' };

/** What each metric must answer for a column. */
export function expectedMetrics({ count, count_null, types: counted, mean, m2, kll }: ExpectedColumn) {
  const n = kll?.n ?? 0;
  const metrics: Record<string, number | null> = {
    count,
    count_null,
    count_null_ratio: ratio(count_null, count),
    mean: ifNumbers(n, mean),
    stddev: deviation(n, m2),
    min: ifNumbers(n, kll?.min),
    max: ifNumbers(n, kll?.max),
    quantile_0: ifNumbers(n, kll?.min),
    quantile_25: ifNumbers(n, kll?.q25),
    median: ifNumbers(n, kll?.median),
    quantile_75: ifNumbers(n, kll?.q75),
    quantile_95: ifNumbers(n, kll?.q95),
    quantile_100: ifNumbers(n, kll?.max),
  };
  for (const [metric, type] of Object.entries(types)) {
    // A v0 column lists only the types that occurred; a column without any list has no type counters.
    const ofType = Object.keys(counted).length === 0 ? null : (counted[type] ?? 0);
    metrics[`count_${metric}`] = ofType;
    metrics[`count_${metric}_ratio`] = ratio(ofType, count);
  }
  return metrics;
}

/** Whether two numbers agree to the share `tolerance` of the greater one; nulls agree with nulls alone. */
export function isClose(found: number | null | undefined, expected: number | null, tolerance: number): boolean {
  if (found === null || found === undefined || expected === null) {
    return found === expected;
  }
  return Math.abs(found - expected) <= tolerance * Math.max(Math.abs(found), Math.abs(expected));
}
