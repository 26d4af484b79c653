import { useCallback } from 'react';
import { useChosen } from './chosen.ts';

/** The time that is looked at: the business day, and the instant up to which facts count; null: today, and all that is known. */
export interface Time {
  readonly asOf: string | null;
  readonly asKnown: string | null;
}

/** The time as a question to the server takes it: what is not set is not asked. */
export const timeAsked = ({ asOf, asKnown }: Time): { asOf?: string; asKnown?: string } => ({
  ...(asOf === null ? {} : { asOf }),
  ...(asKnown === null ? {} : { asKnown }),
});

const NAMES = ['asOf', 'asKnown'] as const;

/** The time of the page. It stands in the address, and `kept` keeps it there on the way to another page. */
export const useTime = () => {
  const { chosen, setAll } = useChosen();
  const [asOf, asKnown] = NAMES.map((name) => chosen.get(name));
  const time: Time = { asOf: asOf ?? null, asKnown: asKnown ?? null };
  const kept = useCallback(
    (path: string): string => {
      const [place = '', search = ''] = path.split('?');
      const there = new URLSearchParams(search);
      for (const name of NAMES) {
        const value = chosen.get(name);
        if (value !== null && !there.has(name)) there.set(name, value);
      }
      const text = there.toString();
      return text === '' ? place : `${place}?${text}`;
    },
    [chosen],
  );
  return {
    time,
    isPast: time.asOf !== null || time.asKnown !== null,
    setTime: (to: Partial<Time>) => {
      setAll(to);
    },
    kept,
  };
};
