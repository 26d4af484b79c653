import { useEffect } from 'react';

/** The key / goes to the search of the page, as everywhere; typed into a field it is a character. */
export const useSlash = (search: { readonly current: { readonly focus: () => void } | null }): void => {
  useEffect(() => {
    const onSlash = (event: KeyboardEvent): void => {
      if (event.key !== '/' || (event.target as HTMLElement).closest('input, textarea, [contenteditable]')) return;
      event.preventDefault();
      search.current?.focus();
    };
    window.addEventListener('keydown', onSlash);
    return () => {
      window.removeEventListener('keydown', onSlash);
    };
  }, [search]);
};
