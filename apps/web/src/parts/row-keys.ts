import { useEffect, useState } from 'react';

const TYPED_INTO = 'input:not([type=checkbox]), textarea, [contenteditable], [role=dialog]';

/** The row that is walked to, and where it stood: what comes or goes above it moves nobody to another row. */
interface Walked {
  readonly key: string;
  readonly place: number;
}

/** Where a step leads: from the row that is walked to, or from where it stood before it went. */
const stepped = (walked: Walked | null, at: number, step: 1 | -1): number => {
  if (walked === null) return 0;
  if (at >= 0) return at + step;
  return step === 1 ? walked.place : walked.place - 1;
};

/** j and k walk the rows of a page; the other keys act on the row that is walked to. Keys typed into a field are left alone. */
export const useRowKeys = <T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  keys: Readonly<Record<string, (row: T) => void>>,
): { readonly at: number } => {
  const [walked, walk] = useState<Walked | null>(null);
  const at = walked === null ? -1 : rows.findIndex((row) => keyOf(row) === walked.key);
  useEffect(() => {
    const step = (by: 1 | -1): void => {
      const place = Math.max(0, Math.min(stepped(walked, at, by), rows.length - 1));
      const row = rows[place];
      if (row !== undefined) walk({ key: keyOf(row), place });
    };
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest(TYPED_INTO) !== null) return;
      if (event.key === 'Enter' && target.closest('button, a') !== null) return; // it is theirs
      if (event.key === 'j') step(1);
      if (event.key === 'k') step(-1);
      const row = rows[at];
      if (row !== undefined) keys[event.key]?.(row);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [rows, keyOf, keys, at, walked]);
  useEffect(() => {
    document.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [walked]);
  return { at };
};
