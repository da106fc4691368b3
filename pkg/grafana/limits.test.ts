import { defaultLimits, limitsOf } from './limits.ts';
import { thrownBy } from './testing/thrown-by.ts';

describe('limitsOf', () => {
  it('takes the defaults for what is left out', () => {
    expect(limitsOf({})).toEqual({
      queryTimeoutMs: 60_000,
      healthTimeoutMs: 10_000,
      resourceTimeoutMs: 30_000,
      metricsTimeoutMs: 5_000,
      deadlineMarginMs: 250,
      queryConcurrency: 8,
      instanceTimeoutMs: 30_000,
      instanceIdleMs: 1_800_000,
      instanceRetireMs: 5_000,
      maxRetiredInstances: 4,
      maxReceiveBytes: 67_108_864,
      maxErrorTextChars: 2_000,
      logAnswers: false,
      maxLogLineBytes: 60_000,
      maxLogBufferBytes: 1_048_576,
      parentPollMs: 2_000,
      stopTimeoutMs: 1_000,
    });
    expect(limitsOf({ queryTimeoutMs: 1, logAnswers: true })).toEqual({
      ...defaultLimits,
      queryTimeoutMs: 1,
      logAnswers: true,
    });
    expect(limitsOf({ maxReceiveBytes: -1 }).maxReceiveBytes).toBe(-1);
    const none = { deadlineMarginMs: 0, instanceRetireMs: 0, maxRetiredInstances: 0 };
    expect(limitsOf(none)).toEqual({ ...defaultLimits, ...none });
  });

  it.each([0, -1, NaN, -Infinity])('refuses %p', (queryTimeoutMs) => {
    expect(thrownBy(() => limitsOf({ queryTimeoutMs }))).toMatchObject({
      code: 'option',
      message: `queryTimeoutMs is ${queryTimeoutMs}: give a positive number or leave it out`,
    });
  });

  it('stays below what the host allows', () => {
    // The host cuts lines at 64 KiB and kills 2 s after it asked a plugin to stop.
    expect(defaultLimits.maxLogLineBytes).toBeLessThan(60 * 1024);
    expect(defaultLimits.stopTimeoutMs).toBeLessThan(1_500);
    expect(defaultLimits.maxReceiveBytes).toBeGreaterThanOrEqual(16 * 2 ** 20);
  });
});
