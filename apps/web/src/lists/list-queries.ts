import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { timeAsked, type Time } from '../parts/time.ts';
import { questionOf, type ListAsked } from './list-question.ts';

export type ListRow = Schemas['ListRow'];
export type ListColumn = Schemas['ListNames']['columns'][number];
export type ColumnName = ListColumn['name'];
export type ListGroup = Schemas['List']['groups'][number];

const ROWS = 50;

/** A list page by page, with its totals. */
export const useList = (name: string, asked: ListAsked, also: readonly string[]) => {
  const question = questionOf(asked, also);
  return useInfiniteQuery({
    queryKey: ['list', name, question],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/lists/{name}', {
          params: { path: { name }, query: { ...question, limit: ROWS, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
};

/** How many projects each list holds, at the time that is looked at. */
export const useListCounts = (time: Time, enabled = true) => {
  const query = timeAsked(time);
  return useQuery({
    queryKey: ['list', 'counts', query],
    queryFn: () => answered(api.GET('/api/list-counts', { params: { query } })),
    staleTime: 60_000,
    enabled,
  }).data?.lists;
};

/** How many live projects the asker can see at all; asked only where a list is empty, to say why. */
export const useAnyProject = (asked: boolean) =>
  useQuery({
    queryKey: ['list', 'live', 'any'],
    queryFn: () => answered(api.GET('/api/lists/{name}', { params: { path: { name: 'live' }, query: { limit: 1 } } })),
    enabled: asked,
  });

/** Those who answer for the projects that are live, or were at the time that is looked at. */
export const useLeaders = (time: Time = { asOf: null, asKnown: null }, asked = true) =>
  useQuery({
    queryKey: ['leader', 'names', time],
    queryFn: async () => (await answered(api.GET('/api/leaders', { params: { query: timeAsked(time) } }))).leaders,
    staleTime: 60_000,
    enabled: asked,
  });
