import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import type { Colour } from '../words/words.ts';

export type ListRow = Schemas['ListRow'];
export type ListColumn = Schemas['ListNames']['columns'][number];
export type ColumnName = ListColumn['name'];

/** What is asked of a list; everything of it stands in the address. */
export interface ListAsked {
  readonly asOf: string | null;
  readonly colour: Colour | null;
  readonly q: string | null;
  readonly unit: string | null;
  readonly leader: string | null;
  readonly region: string | null;
  readonly year: string | null;
  readonly from: string | null; // 亿元
  readonly where: readonly string[]; // further conditions, as the server reads them
}

/** What is chosen one by one. */
export type ListFilter = Exclude<keyof ListAsked, 'where'>;

const ROWS = 50;

const conditionsOf = ({ leader, region, year, from, where }: ListAsked): string[] => [
  ...(leader === null ? [] : [`responsible=${leader}`]),
  ...(region === null ? [] : [`region=${region}`]),
  ...(year === null ? [] : [`signingYear=${year}`]),
  ...where,
  ...(from === null || !/^\d{1,6}$/.test(from) ? [] : [`contracted>=${from}00000000.00`]),
];

const queryOf = (asked: ListAsked) => {
  const { asOf, colour, q, unit } = asked;
  const where = conditionsOf(asked);
  return {
    ...(asOf === null ? {} : { asOf }),
    ...(colour === null ? {} : { colour: [colour] }),
    ...(q === null ? {} : { q }),
    ...(unit === null ? {} : { unit }),
    ...(where.length === 0 ? {} : { where }),
    limit: ROWS,
  };
};

/** A list page by page, with its totals. */
export const useList = (name: string, asked: ListAsked) =>
  useInfiniteQuery({
    queryKey: ['list', name, asked],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/lists/{name}', {
          params: { path: { name }, query: { ...queryOf(asked), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** How many live projects the asker can see at all; asked only where a list is empty, to say why. */
export const useAnyProject = (asked: boolean) =>
  useQuery({
    queryKey: ['list', 'live', 'any'],
    queryFn: () => answered(api.GET('/api/lists/{name}', { params: { path: { name: 'live' }, query: { limit: 1 } } })),
    enabled: asked,
  });

/** Those who answer for live projects. */
export const useLeaders = () =>
  useQuery({
    queryKey: ['leader', 'names'],
    queryFn: () => answered(api.GET('/api/leaders')),
    staleTime: 60_000,
  }).data?.leaders;
