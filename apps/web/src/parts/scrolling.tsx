import type { ReactNode } from 'react';

/** A table that may be wider than the screen: it scrolls by itself, with the keyboard too. `about`: what it shows, for who hears the page. */
export const Scrolling = ({ about, children }: { about: string; children: ReactNode }) => (
  <div className="scrolling" tabIndex={0} role="region" aria-label={about}>
    {children}
  </div>
);
