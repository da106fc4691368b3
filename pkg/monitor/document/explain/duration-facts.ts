import { active, type Fact, type KeyFacts, same, when } from './fact.ts';

function hasWeeks(value: unknown): boolean {
  return typeof value === 'string' && /^P[^T]*\dW/.test(value);
}

/** What becomes of a duration that counts in weeks. */
export const weeks: Fact = when(
  'durations with weeks',
  hasWeeks,
  active("A week is 7 days. WhyLabs' schema allowed weeks, and its engine could not read them.")
);

/** A duration that means the same but for weeks. */
export function duration(text: string): KeyFacts {
  return [weeks, ...same(text)];
}
