import { useSession } from '../app/known-to-all.ts';

/** Whether the person may change units, places and who is appointed. */
export const useKeepsOrganisation = (): boolean =>
  useSession().data?.permissions.includes('keep-organisation') ?? false;
