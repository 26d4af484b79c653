import type { Schemas } from '../ask/api.ts';
import type { PastImport } from './import-queries.ts';

/** Whether an import has rows for closed months that wait for somebody else than who imported it. */
const waitsForSecond = ({ waiting, approved, state }: PastImport): boolean =>
  waiting > 0 && approved === null && state !== 'reverted';

/** Whether this person may let them in. */
export const mayApprove = ({ permissions, user }: Schemas['Session'], one: PastImport): boolean =>
  waitsForSecond(one) && permissions.includes('decide') && user !== one.by.user;
