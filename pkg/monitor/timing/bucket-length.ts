const hourMs = 3_600_000;

/** Lengths of the buckets that are all equally long, in ms; months are not. */
export const bucketLengthMs = { hourly: hourMs, daily: 24 * hourMs, weekly: 7 * 24 * hourMs } as const;
