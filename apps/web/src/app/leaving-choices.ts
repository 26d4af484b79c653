const OPEN = '.ant-select-input[role="combobox"][aria-expanded="true"]';
const MOVES: readonly string[] = ['ArrowUp', 'ArrowDown'];

/**
 * Tab leaves an open list of choices as it is. antd would take the entry that it marks by itself, the first one: who only passes by would make
 * somebody an administrator. What was looked for by typing or gone to by the arrows is still taken.
 */
export const leaveChoicesAlone = (page: Document): void => {
  let gone: EventTarget | null = null; // the list in which an entry was gone to
  page.addEventListener(
    'keydown',
    (event) => {
      const { target, key } = event;
      if (!(target instanceof HTMLInputElement) || !target.matches(OPEN)) return;
      if (MOVES.includes(key)) gone = target;
      else if (key === 'Enter') gone = null;
      else if (key === 'Tab' && target.value === '' && gone !== target) event.stopImmediatePropagation();
    },
    { capture: true },
  );
  page.addEventListener('focusout', () => {
    gone = null;
  });
};
