import { useEffect, useState, type RefObject } from 'react';

const NEAR = '240px'; // from the edge of the screen: what is scrolled to is there when it comes

/** Whether a place has come near the screen, or is to be printed: until then what costs much need not be drawn there. */
export const useSeen = (place: RefObject<Element | null>): boolean => {
  const [seen, see] = useState(false);
  useEffect(() => {
    if (seen || place.current === null) return undefined;
    const show = (): void => {
      see(true);
    };
    const watch = new IntersectionObserver(
      (places) => {
        if (places.some(({ isIntersecting }) => isIntersecting)) show();
      },
      { rootMargin: NEAR },
    );
    watch.observe(place.current);
    window.addEventListener('beforeprint', show);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', show);
    };
  }, [seen, place]);
  return seen;
};
