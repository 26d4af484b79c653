import type { Pool } from 'pg';
import { dayInShanghai, type Organisation } from '#domain';
import type { EventStore } from '#event-store';
import { importWorkbook, writeResultWorkbook, type SavedMapping } from '#imports';
import { refused } from '../refusals.ts';
import type { ImportRun } from './import-jobs.ts';
import { importTools } from './import-tools.ts';

interface Sources {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly organisation: () => Promise<{ readonly tree: Organisation }>;
  readonly caughtUp: () => Promise<unknown>;
  readonly now: () => Date;
}

const isTextMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
const isSaved = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { columns = {}, unit = '', headerRow = 1, kind = '' } = value as Record<string, unknown>;
  return isTextMap(columns) && typeof unit === 'string' && Number.isInteger(headerRow) && typeof kind === 'string';
};
const savedMapping = (mapping: object | undefined): SavedMapping | null => {
  if (mapping === undefined) return null;
  const { sheets = {} } = mapping as { sheets?: unknown };
  if (!isSaved(mapping) || typeof sheets !== 'object' || sheets === null || !Object.values(sheets).every(isSaved))
    throw refused('invalid-request', 'mapping');
  return mapping as SavedMapping;
};

/** An import as the API runs it: the same code as on the command line, with its result workbook beside the upload. */
export const importRun =
  ({ pool, store, organisation, caughtUp, now }: Sources): ImportRun =>
  async ({ path, name, sheet, mapping, dryRun }, { user, unit }, onProgress) => {
    await caughtUp(); // what the log holds already must be found
    const { tree } = await organisation();
    const { report, analysis } = await importWorkbook(
      {
        path,
        fileName: name,
        dryRun,
        sheet: sheet ?? null,
        mapping: savedMapping(mapping),
        today: dayInShanghai(now().toISOString()),
        actor: { user, unit },
        onProgress,
      },
      importTools(pool, store, tree),
    );
    const written = await writeResultWorkbook(analysis, `${path}.result`);
    if (!dryRun) await caughtUp();
    return {
      report: { ...report, resultWorkbook: written ? `${name.replace(/\.[^.]*$/, '')}.result.xlsx` : null },
      resultWorkbook: written ? `${path}.result` : null,
    };
  };
