import { thrownBy } from '../testing/thrown-by.ts';
import { maxTimeMs, nullableTimes, times } from './times.ts';

describe('times', () => {
  it('turns milliseconds into exact nanoseconds', () => {
    const column = times([0, -1, 1_767_236_400_000, maxTimeMs, -maxTimeMs]);
    expect([...column.values]).toEqual([
      0n,
      -1_000_000n,
      1_767_236_400_000_000_000n,
      9_223_372_036_854_000_000n,
      -9_223_372_036_854_000_000n,
    ]);
    expect(column).toMatchObject({ kind: 'time', length: 5, validity: null, nullCount: 0 });
  });

  it('takes a Float64Array like a list, and nothing from nothing', () => {
    expect(times(Float64Array.of(1, 2)).values).toEqual(BigInt64Array.of(1_000_000n, 2_000_000n));
    expect(times([]).length).toBe(0);
  });

  it('does not copy nanoseconds', () => {
    const ns = BigInt64Array.of(1n, 2n);
    expect(times(ns).values).toBe(ns);
  });

  it.each([NaN, Infinity, -Infinity, 0.5, maxTimeMs + 1, -maxTimeMs - 1])('refuses %p', (ms) => {
    expect(thrownBy(() => times([0, ms]))).toMatchObject({
      code: 'time-value',
      message: `time of row 1 is ${ms}: give whole milliseconds since 1970 between years 1677 and 2262, or a BigInt64Array of nanoseconds`,
    });
  });
});

describe('nullableTimes', () => {
  it('marks null as absent', () => {
    const column = nullableTimes([1, null, 3]);
    expect([...column.values]).toEqual([1_000_000n, 0n, 3_000_000n]);
    expect(column.validity).toEqual(Uint8Array.of(0b101));
    expect(column.nullCount).toBe(1);
  });

  it('has no bitmap when nothing is absent', () => {
    expect(nullableTimes([1]).validity).toBeNull();
  });

  it('refuses NaN, which is not null', () => {
    expect(thrownBy(() => nullableTimes([NaN]))).toMatchObject({ code: 'time-value' });
  });
});
