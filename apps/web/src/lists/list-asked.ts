import { useMemo } from 'react';
import { useChosen } from '../parts/chosen.ts';
import { ASKED, NARROWING, type ListAsked } from './list-question.ts';

/** What the address asks, and how it is asked otherwise. */
export const useListAsked = () => {
  const { chosen, set, setAll } = useChosen();
  const asked = useMemo(() => Object.fromEntries(ASKED.map((name) => [name, chosen.get(name)])) as ListAsked, [chosen]);
  const also = useMemo(() => chosen.getAll('where'), [chosen]);
  return {
    asked,
    also, // conditions that another page asked for, as the server takes them
    set,
    filtered: also.length > 0 || NARROWING.some((name) => asked[name] !== null),
    clear: () => {
      setAll(Object.fromEntries([...NARROWING, 'where', 'view'].map((name) => [name, null])));
    },
  };
};
