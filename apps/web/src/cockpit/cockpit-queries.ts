import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';

export type Cockpit = Schemas['Cockpit'];
export type Bin = Pick<Schemas['CockpitBin'], 'list' | 'where'>;
export type Counted = Pick<Schemas['CockpitBin'], 'total' | 'contracted'>;

/** Whose projects are shown, and of when; all of it stands in the address. */
export interface Shown {
  readonly asOf: string | null;
  readonly asKnown: string | null;
  readonly unit: string | null;
  readonly leader: string | null;
}

/** What the address asks for. */
export const useShown = (): Shown => {
  const { chosen } = useChosen();
  return useMemo(
    () => ({
      asOf: chosen.get('asOf'),
      asKnown: chosen.get('asKnown'),
      unit: chosen.get('unit'),
      leader: chosen.get('leader'),
    }),
    [chosen],
  );
};

/** What is chosen of a question; what is not is left out. */
export const chosenOf = (shown: Partial<Shown>): Partial<Record<keyof Shown, string>> =>
  Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null && value !== ''));

/** The cockpit. `every`: asked again after so many milliseconds, for a wall that nobody touches. */
export const useCockpit = (shown: Shown, every: number | false) =>
  useQuery({
    queryKey: ['list', 'cockpit', shown],
    queryFn: () => answered(api.GET('/api/cockpit', { params: { query: chosenOf(shown) } })),
    placeholderData: keepPreviousData,
    refetchInterval: every,
    refetchIntervalInBackground: true,
  });

const OF_A_UNIT = ['signed-amount', 'start-rate', 'domestic-arrived', 'backlog'] as const;

/** The year's figures of each unit, and their targets. */
export const useYear = ({ asOf, asKnown, unit }: Shown, year: string | undefined) =>
  useQuery({
    queryKey: ['list', 'indicators', { asOf, asKnown, unit, year }],
    queryFn: () =>
      answered(
        api.GET('/api/indicators', {
          params: { query: { ...chosenOf({ asOf, asKnown, unit }), period: year ?? '', metric: [...OF_A_UNIT] } },
        }),
      ),
    enabled: year !== undefined,
    placeholderData: keepPreviousData,
  });

/** The page of the list that a number counts, as of the shown day. */
export const addressOf = ({ list, where }: Bin, shown: Shown, colour?: string): string => {
  const asked = new URLSearchParams(chosenOf(shown));
  if (colour !== undefined) asked.set('colour', colour);
  for (const condition of where) asked.append('where', condition);
  const query = asked.toString();
  return `/lists/${list}${query === '' ? '' : `?${query}`}`;
};
