import { useEffect } from 'react';

const TYPED_IN = 'input, textarea, select, [contenteditable], .ant-modal, .ant-select-dropdown';

/** The keys of a meeting, except where somebody types or a form is open. */
export const useAgendaKeys = (keys: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null) return;
      if (target instanceof HTMLElement && target.closest(TYPED_IN) !== null) {
        if (event.key === 'Escape') target.blur(); // first out of the field, then out of the meeting
        return;
      }
      const act = keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, [keys]);
};
