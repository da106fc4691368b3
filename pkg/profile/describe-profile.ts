import { classificationMetrics } from './classification-metrics.ts';
import { decodeColumn } from './decode-column.ts';
import { describeColumn } from './describe-column.ts';
import { describeNumber, type JsonValue } from './describe-value.ts';
import type { Classification, ModelPerformance, Regression } from './model-performance.ts';
import { ProfileError } from './profile-error.ts';
import type { Profile } from './profile.ts';
import { regressionMetrics } from './regression-metrics.ts';

/** A profile as JSON, and the errors of the parts that could not be read and are missing in it. */
export interface DescribedProfile {
  readonly json: Readonly<Record<string, JsonValue>>;
  readonly errors: readonly ProfileError[];
}

/**
 * Everything a profile says, as JSON: `format`, times in epoch milliseconds, `metadata` (tags and metadata together),
 * `segment`, `columns.<name>.<metric>` as `describeColumn` has it, and `performance` where there is any. A damaged column
 * does not hide the others: it is left out and its error returned.
 */
export async function describeProfile(profile: Profile, names?: readonly string[]): Promise<DescribedProfile> {
  const errors: ProfileError[] = [];
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      errors.push(error);
      return null;
    }
  };
  const columns = (await profile.readColumns(names)).flatMap((column): [string, JsonValue][] => {
    const described = attempt(() => describeColumn(decodeColumn(column)));
    return described === null ? [] : [[column.name, described]];
  });
  const performance = await profile.readPerformance().catch((error: unknown) =>
    attempt((): null => {
      throw error;
    })
  );
  const json = {
    file: profile.object,
    format: profile.format,
    datasetTimestamp: profile.datasetTimestampMs,
    creationTimestamp: profile.creationTimestampMs,
    metadata: Object.fromEntries(profile.metadata),
    segment: Object.fromEntries(profile.segmentTags),
    columns: Object.fromEntries(columns),
    ...(performance === null ? {} : { performance: describePerformance(performance) }),
  };
  return { json, errors };
}

/** Labels, matrix and figures of a classification; sums and errors of a regression. */
export function describePerformance({ classification, regression }: ModelPerformance): JsonValue {
  return {
    ...(classification === null ? {} : describeClassification(classification)),
    ...(regression === null ? {} : { regression: describeRegression(regression) }),
  };
}

function describeClassification(classification: Classification): Readonly<Record<string, JsonValue>> {
  const { labels, cells } = classification;
  const row = (index: number) => cells.slice(index * labels.length, (index + 1) * labels.length);
  const matrix = labels.map((_, index) => row(index).map(({ count }) => count));
  const meanScores = labels.map((_, index) =>
    row(index).map(({ count, mean }) => (count === 0 ? null : describeNumber(mean)))
  );
  const metrics = classificationMetrics(classification);
  if (metrics === null) return { labels, matrix, meanScores };
  const { perLabel, ...service } = metrics;
  return { labels, matrix, meanScores, service, perLabel: perLabel.map((label) => ({ ...label })) };
}

function describeRegression(regression: Regression): JsonValue {
  const { count, sumAbsDiff, sumDiff, sum2Diff } = regression;
  const { mae = null, mse = null, rmse = null } = regressionMetrics(regression) ?? {};
  return {
    count,
    sum_abs_diff: describeNumber(sumAbsDiff),
    sum_diff: describeNumber(sumDiff),
    sum2_diff: describeNumber(sum2Diff),
    mae: describeNumber(mae),
    mse: describeNumber(mse),
    rmse: describeNumber(rmse),
  };
}
