import { skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { timeAsked, type Time } from '../parts/time.ts';
import { isMatterPath } from './matter-kinds.ts';

/** Which matters are looked at: those that are open, overdue, closed, or all. */
export type Standing = 'true' | 'overdue' | 'false' | 'all';
const STANDINGS: readonly Standing[] = ['true', 'overdue', 'false', 'all'];

const OPENNESS: Readonly<Record<Standing, { open?: 'true' | 'false'; overdue?: 'true' }>> = {
  true: { open: 'true' },
  false: { open: 'false' },
  overdue: { overdue: 'true' },
  all: {},
};

/** How the matters of a kind are narrowed: it stands in the address. `otherwise`: where it says nothing of how they stand. */
export const useNarrowing = (otherwise: Standing = 'true') => {
  const { chosen } = useChosen();
  const standing: Standing = chosen.get('overdue')
    ? 'overdue'
    : (STANDINGS.find((one) => one === chosen.get('open')) ?? otherwise);
  const narrowed = Object.fromEntries(
    (['q', 'state', 'level', 'unit'] as const).flatMap((name) => {
      const value = chosen.get(name);
      return value ? [[name, value] as const] : [];
    }),
  );
  return { standing, narrowed };
};

/** All matters of one kind as they are narrowed, at the time that is looked at, page by page. */
export const useMatters = (path: string, { standing, narrowed }: ReturnType<typeof useNarrowing>, time: Time) => {
  const query = { ...timeAsked(time), ...OPENNESS[standing], ...narrowed, limit: 50 };
  return useInfiniteQuery({
    queryKey: ['matters', path, query],
    queryFn: isMatterPath(path)
      ? ({ pageParam }) =>
          answered(
            api.GET(`/api/${path}` as const, {
              params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
            }),
          )
      : skipToken,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
};

/** Whether anything but the open ones is asked for: nothing found then says nothing of the others. */
export const isNarrowed = ({ standing, narrowed }: ReturnType<typeof useNarrowing>): boolean =>
  Object.keys(narrowed).length > 0 || standing === 'false' || standing === 'overdue';
