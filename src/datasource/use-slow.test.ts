import { act, renderHook } from '@testing-library/react';
import { slowMs, useSlow } from './use-slow.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

test('what is soon over was never slow, and what goes on is until it is over', () => {
  const { result, rerender } = renderHook(useSlow, { initialProps: true });
  pass(slowMs - 1);
  expect(result.current).toBe(false);
  rerender(false);
  pass(slowMs);
  expect(result.current).toBe(false);
  rerender(true);
  pass(slowMs);
  expect(result.current).toBe(true);
  rerender(false);
  expect(result.current).toBe(false);
});

test('each time begins anew', () => {
  const { result, rerender } = renderHook(useSlow, { initialProps: true });
  pass(slowMs);
  rerender(false);
  rerender(true);
  expect(result.current).toBe(false);
  pass(slowMs);
  expect(result.current).toBe(true);
});
