import { join } from 'node:path';
import type { Office } from '../office.ts';

/** Where the seals stand beside the database: an old backup of the one does not take back the other. */
export const sealFile = ({ config }: Pick<Office, 'config'>): string => join(config.data, 'seals.jsonl');
