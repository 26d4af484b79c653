import { useEffect, useState } from 'react';

const TYPED_INTO = 'input:not([type=checkbox]), textarea, [contenteditable], [role=dialog]';

/** j and k walk the rows of a page; the other keys act on the row that is walked to. Keys typed into a field are left alone. */
export const useRowKeys = <T>(
  rows: readonly T[],
  keys: Readonly<Record<string, (row: T) => void>>,
): { readonly at: number; readonly setAt: (at: number) => void } => {
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest(TYPED_INTO) !== null) return;
      if (event.key === 'Enter' && target.closest('button, a') !== null) return; // it is theirs
      if (event.key === 'j') setAt((now) => Math.min(now + 1, rows.length - 1));
      if (event.key === 'k') setAt((now) => Math.max(now - 1, 0));
      const row = rows[at];
      if (row !== undefined) keys[event.key]?.(row);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [rows, keys, at]);
  useEffect(() => {
    document.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return { at, setAt };
};
