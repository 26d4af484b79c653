import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { timeAsked, type Time } from '../parts/time.ts';
import { addressOfKept } from './list-question.ts';

export type View = Schemas['Views']['views'][number];

/** The views that this person finds: own, shared by the unit, shared with all. */
export const useViews = (): readonly View[] =>
  useQuery({
    queryKey: ['views'],
    queryFn: () => answered(api.GET('/api/views')),
    staleTime: 60_000,
  }).data?.views ?? [];

/** How many projects a view holds at the time that is looked at. */
export const useViewCount = ({ view, list, asked }: View, time: Time) =>
  useQuery({
    queryKey: ['list', list, 'count', view, asked, time],
    queryFn: () => {
      const { columns: _shown, sort: _order, group: _parts, ...narrowed } = asked;
      const query = { ...narrowed, ...timeAsked(time), limit: 1 };
      return answered(api.GET('/api/lists/{name}', { params: { path: { name: list }, query } }));
    },
    staleTime: 60_000,
  }).data?.total;

/** The page of a view. */
export const addressOfView = ({ view, list, asked }: View): string => {
  const search = addressOfKept(asked);
  search.set('view', view);
  return `/lists/${list}?${search.toString()}`;
};
