import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import type { Days } from '../parts/compared-days.tsx';
import { questionOf, type ListAsked } from './list-question.ts';

export type Comparison = Schemas['Comparison'];

export const MOST_COMPARED = 500; // projects of each kind that the server tells; the counts are whole

/** A list on two days, narrowed as the list itself; a colour is that of each day. */
export const useComparison = (list: string, asked: ListAsked, also: readonly string[], { from, to }: Days) => {
  const { unit, where, colour, q } = questionOf(asked, also);
  const { asKnown } = asked;
  const query = {
    from,
    to,
    limit: MOST_COMPARED,
    ...(unit === undefined ? {} : { unit }),
    ...(where === undefined ? {} : { where }),
    ...(colour === undefined ? {} : { colour }),
    ...(q === undefined ? {} : { q }),
    ...(asKnown === null ? {} : { asKnown }),
  };
  return useQuery({
    queryKey: ['list', list, 'compare', query],
    queryFn: () => answered(api.GET('/api/lists/{name}/compare', { params: { path: { name: list }, query } })),
  });
};
