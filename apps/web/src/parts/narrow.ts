import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 720px)'); // as page.css says it

const listen = (changed: () => void): (() => void) => {
  phone.addEventListener('change', changed);
  return () => {
    phone.removeEventListener('change', changed);
  };
};

/** Whether the page is as narrow as a phone: what it shows there and nowhere else need not be drawn twice. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => phone.matches);
