import { useQuery, type QueryClient } from '@tanstack/react-query';
import { answered, api, worthAnotherTry, type Schemas } from '../ask/api.ts';
import { PROCESSES, ROLES_TOLD } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';

const SESSION = {
  queryKey: ['session'],
  queryFn: () => answered(api.GET('/api/session')),
  retry: worthAnotherTry,
  staleTime: Infinity,
} as const;
/** Asks who is signed in; the answer, or why there is none, is kept for those who use it. */
export const askSession = (client: QueryClient): void => {
  void client.prefetchQuery(SESSION);
};
/** Who is signed in, null where nobody is; asked once. */
export const useSession = () => useQuery({ ...SESSION, select: ({ session }) => session });
/** Where the log stood when the page asked who is signed in, before anything else that it shows. */
export const useFirstPosition = (): number | undefined =>
  useQuery({ ...SESSION, select: ({ position }) => position }).data;
export const useOrganisation = () =>
  useQuery({ queryKey: ['organisation'], queryFn: () => answered(api.GET('/api/organisation')), staleTime: 60_000 });
const NO_LISTS: Schemas['ListNames'] = { lists: [], columns: [] };
/** The lists by their names, and the columns that they can show; they change with the server only. */
export const useLists = (): Schemas['ListNames'] =>
  useQuery({ queryKey: ['lists'], queryFn: () => answered(api.GET('/api/lists')), staleTime: Infinity }).data ??
  NO_LISTS;
/** The kinds of matters with their states and forms; asked once. */
export const useMatterKinds = () =>
  useQuery({
    queryKey: ['catalogue', 'matters'],
    queryFn: () => answered(api.GET('/api/matters')),
    staleTime: Infinity,
  });

/** What somebody who acted is called: the name that the answer gives beside the login; a process in words. */
export const useActorName = (): ((name: string | undefined) => string) => {
  const { say } = useWords();
  return (name = '') => say(PROCESSES[name], name);
};

/** A unit's name by its code; what is no code stands as written. */
export const useUnitName = (): ((unit: string | null | undefined) => string) => {
  const { say } = useWords();
  const units = useOrganisation().data?.units;
  return (unit) =>
    unit == null ? '' : (units?.find(({ code }) => code === unit)?.name ?? say(ROLES_TOLD[unit], unit));
};
