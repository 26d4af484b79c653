import { useSyncExternalStore } from 'react';

type Looks = 'light' | 'dark';

const KEPT = 'luodi-looks';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const print = window.matchMedia('print');
const heard = new Set<() => void>();

const ofSystem = (): Looks => (dark.matches ? 'dark' : 'light');

const chosen = (): Looks | null => {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : null;
};

/** Paper is always light. */
const now = (): Looks => (print.matches ? 'light' : (chosen() ?? ofSystem()));

const show = (): void => {
  document.documentElement.dataset['looks'] = now();
  for (const tell of heard) tell();
};
dark.addEventListener('change', show);
print.addEventListener('change', show);
show();

const subscribe = (tell: () => void): (() => void) => {
  heard.add(tell);
  return () => {
    heard.delete(tell);
  };
};

/** How the page looks: as the system does, until somebody switches it on this machine. */
export const useLooks = (): Looks => useSyncExternalStore(subscribe, now);

/** The other looks. Whoever comes back to those of the system follows it again. */
export const switchLooks = (): void => {
  const other = now() === 'dark' ? 'light' : 'dark';
  if (other === ofSystem()) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, other);
  show();
};
