import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { addDays, today } from '../parts/day.ts';
import { timeAsked, type Time } from '../parts/time.ts';

type Session = Schemas['Session'];

/** Whose projects are meant by "mine": who sees all is shown those of the own unit, or without one those that bear the own name; of others the scope says it already. */
export const mineOf = ({
  scope,
  unit,
  name,
}: Pick<Session, 'scope' | 'unit' | 'name'>): { unit?: string; where?: string[] } => {
  if (scope.kind !== 'all') return {};
  return unit === null ? { where: [`steward=${name}`] } : { unit };
};

const MOST = 60;
const FEW = 10;

/** What of mine is due within thirty days or late, the worst first. */
export const useMySteps = (session: Session, time: Time) =>
  useQuery({
    queryKey: ['list', 'live', 'mine', session.user, time],
    queryFn: () =>
      answered(
        api.GET('/api/lists/{name}', {
          params: {
            path: { name: 'live' },
            query: { ...mineOf(session), ...timeAsked(time), colour: ['red', 'orange', 'yellow', 'blue'], limit: MOST },
          },
        }),
      ),
  });

const whose = ({ unit, name }: Session) => (unit === null ? { person: name } : { unit });
export const useMyOrders = (session: Session, time: Time) =>
  useQuery({
    queryKey: ['matters', 'orders', 'mine', session.user, time],
    queryFn: () =>
      answered(
        api.GET('/api/orders', {
          params: { query: { ...whose(session), ...timeAsked(time), open: 'true', limit: FEW } },
        }),
      ),
  });
export const useMyIssues = (session: Session, time: Time) =>
  useQuery({
    queryKey: ['matters', 'issues', 'mine', session.user, time],
    queryFn: () =>
      answered(
        api.GET('/api/issues', {
          params: { query: { ...whose(session), ...timeAsked(time), open: 'true', limit: FEW } },
        }),
      ),
  });
export const useMyNotices = () =>
  useQuery({
    queryKey: ['inbox', 'today'],
    queryFn: () => answered(api.GET('/api/inbox', { params: { query: { open: 'true', limit: FEW } } })),
  });

const KEPT = 'luodi-last-here';

/** The day of the visit before this one, kept on this machine; yesterday where there was none. */
export const lastHere = (user: string): string => {
  const now = today();
  const kept = JSON.parse(localStorage.getItem(`${KEPT}-${user}`) ?? '[]') as readonly string[];
  const [latest, before] = kept;
  if (latest !== now)
    localStorage.setItem(`${KEPT}-${user}`, JSON.stringify([now, ...(latest === undefined ? [] : [latest])]));
  const since = latest === now ? before : latest;
  return since ?? addDays(now, -1);
};

/** What became different of mine between that day and the one that is looked at. */
export const useMyChanges = (session: Session, since: string, { asOf, asKnown }: Time) =>
  useQuery({
    queryKey: ['list', 'live', 'changes', session.user, since, asOf, asKnown],
    queryFn: () =>
      answered(
        api.GET('/api/lists/{name}/compare', {
          params: {
            path: { name: 'live' },
            query: {
              ...mineOf(session),
              ...timeAsked({ asOf: null, asKnown }),
              from: since,
              to: asOf ?? today(),
              limit: MOST,
            },
          },
        }),
      ),
  });
