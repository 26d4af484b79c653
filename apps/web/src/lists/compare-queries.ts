import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { answered, api, type Schemas } from '../ask/api.ts';
import { today } from '../parts/day.ts';
import { questionOf, type ListAsked } from './list-question.ts';

export type Comparison = Schemas['Comparison'];

export const MOST_COMPARED = 500; // projects of each kind that the server tells; the counts are whole

/** The two days of an address: where none is chosen, the end of the month before and the day that is looked at. */
export const daysAsked = (chosen: URLSearchParams): { readonly from: string; readonly to: string } => {
  const to = chosen.get('after') ?? chosen.get('asOf') ?? today();
  const endBefore = dayjs(to).date(1).subtract(1, 'day').format('YYYY-MM-DD');
  return { from: chosen.get('before') ?? endBefore, to };
};

/** A list on two days, narrowed as the list itself; a colour is that of each day. */
export const useComparison = (
  list: string,
  asked: ListAsked,
  also: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
) => {
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
