import { useSession } from '../app/known-to-all.ts';
import { useTime } from '../parts/time.ts';

/** Whether the person may set targets, close months, write definitions and boards: now, not while the past is looked at. */
export const useKeepsNumbers = (): boolean => {
  const { isPast } = useTime();
  const may = useSession().data?.permissions.includes('keep-numbers') ?? false;
  return may && !isPast;
};
