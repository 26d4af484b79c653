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

// Kept, since a browser that was asked for its media just before it tells of their change tells nothing any more.
let shown = now();
const show = (): void => {
  shown = now();
  document.documentElement.dataset['looks'] = shown;
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
export const useLooks = (): Looks => useSyncExternalStore(subscribe, () => shown);

/** The other looks. Whoever comes back to those of the system follows it again. */
export const switchLooks = (): void => {
  const other = shown === 'dark' ? 'light' : 'dark';
  if (other === ofSystem()) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, other);
  show();
};
