import { useLayoutEffect, useState } from 'react';

/**
 * Counts how often fonts arrived. A page draws its texts anew by itself when their font is there at last; what is on a
 * canvas must be measured and drawn again.
 */
export function useLoadedFonts(): number {
  const [times, setTimes] = useState(0);
  useLayoutEffect(() => {
    // jsdom has none.
    const fonts = 'fonts' in document ? document.fonts : null;
    const update = () => setTimes((before) => before + 1);
    fonts?.addEventListener('loadingdone', update);
    return () => fonts?.removeEventListener('loadingdone', update);
  }, []);
  return times;
}
