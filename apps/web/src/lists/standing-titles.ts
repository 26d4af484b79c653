import { useEffect, useRef, type RefObject } from 'react';

/**
 * Titles that stay at the head of the screen while the rows run beneath them. They are a second table that shows once the rows' own have gone:
 * titles that stick would need rows that cannot be pushed sideways.
 */
export const useStandingTitles = (): {
  readonly body: RefObject<HTMLDivElement | null>;
  readonly titles: RefObject<HTMLDivElement | null>;
  readonly follow: () => void; // the rows were pushed sideways
} => {
  const body = useRef<HTMLDivElement>(null);
  const titles = useRef<HTMLDivElement>(null);
  const follow = (): void => {
    if (body.current === null || titles.current === null) return;
    titles.current.scrollLeft = body.current.scrollLeft;
    body.current.parentElement?.classList.toggle('pushed', body.current.scrollLeft > 0);
  };
  useEffect(() => {
    const own = body.current?.querySelector('thead');
    if (!own) return undefined;
    const watch = new IntersectionObserver(([seen]) => {
      if (seen === undefined) return;
      titles.current?.classList.toggle('shown', !seen.isIntersecting && seen.boundingClientRect.top < 0);
    });
    watch.observe(own);
    return () => {
      watch.disconnect();
    };
  }, []);
  return { body, titles, follow };
};
