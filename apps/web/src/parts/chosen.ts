import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Choices = Readonly<Record<string, string | null>>;

/**
 * What is chosen on a page; it stands in the address. A choice is added to the address as it is now, not as it was last drawn:
 * of two choices made in quick succession the first would be lost.
 */
export const useChosen = (): {
  readonly chosen: URLSearchParams;
  readonly set: (name: string, value: string | null) => void;
  readonly setAll: (choices: Choices) => void;
} => {
  const [chosen, choose] = useSearchParams();
  const setAll = useCallback(
    (choices: Choices) => {
      const now = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(choices)) {
        if (value) now.set(name, value);
        else now.delete(name);
      }
      choose(now, { replace: true });
    },
    [choose],
  );
  const set = useCallback(
    (name: string, value: string | null) => {
      setAll({ [name]: value });
    },
    [setAll],
  );
  return { chosen, set, setAll };
};
