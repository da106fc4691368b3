import { useEffect, useState } from 'react';

/** How long a list may take before it is shown to be loading, in ms: most are there sooner. */
export const slowMs = 400;

/**
 * True while something has been going on for longer than `slowMs`. Grafana's Icon keeps the first of two pictures that
 * follow each other at once (seen in 12.4.3): a spinner that was shown for a few milliseconds would turn for ever.
 */
export function useSlow(isOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isOn) {
      return undefined;
    }
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isOn]);
  return isOn && isSlow;
}
