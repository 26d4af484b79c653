import { HttpRefused } from '../http/refusals.ts';
import type { ImportDesk } from './import-desk.ts';

export const importDesk = (folder: string): ImportDesk => ({
  folder, start: async () => { throw new HttpRefused('import-unavailable'); }, status: () => null, follow: () => null, resultWorkbook: () => null,
});
