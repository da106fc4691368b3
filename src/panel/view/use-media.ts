import { useEffect, useState } from 'react';

/** Whether a media query holds, such as `(forced-colors: active)`. */
export function useMedia(media: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(media).matches);
  useEffect(() => {
    const query = window.matchMedia(media);
    const update = () => setHolds(query.matches);
    update();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, [media]);
  return holds;
}
