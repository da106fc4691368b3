import { useEffect, useState } from 'react';

/** The latest value, changing at most once in `everyMs`: the first change at once, later ones together at its end. */
export function useThrottled(value: string, everyMs: number): string {
  const [shown, setShown] = useState(value);
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting && shown !== value) {
      setShown(value);
      setIsWaiting(true);
    }
  }, [value, shown, isWaiting]);
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const timer = setTimeout(() => setIsWaiting(false), everyMs);
    return () => clearTimeout(timer);
  }, [isWaiting, everyMs]);
  return shown;
}
