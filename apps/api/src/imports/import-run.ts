import type { Pool } from 'pg';
import { dayInShanghai, isRegionKind, type Organisation } from '#domain';
import type { EventStore } from '#event-store';
import { candidatesOf, importWorkbook, writeResultWorkbook, type SavedMapping, type StoredProjects } from '#imports';
import { findSharing, PROJECT_STREAMS } from '#projections';
import { HttpRefused } from '../http/refusals.ts';
import type { ImportRun } from './import-jobs.ts';

interface Sources {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly organisation: () => Promise<{ readonly tree: Organisation }>;
  readonly caughtUp: () => Promise<unknown>;
  readonly now: () => Date;
}

/** What an import must know of the projects already stored. */
export const storedProjects = (pool: Pool, store: EventStore): StoredProjects => ({
  find: async (keys) => candidatesOf(await findSharing(pool, keys)),
  history: (id) => store.readStream(`${PROJECT_STREAMS}${id}`),
});

/** Names that the organisation tree knows: units under codes and names, and which of them are places. */
export const knownNames = ({ units }: Organisation) => {
  const open = [...units.values()].filter(({ closed }) => !closed);
  const regions = open.filter(({ kind }) => isRegionKind(kind));
  return {
    regions: (regions.length > 0 ? regions : open).map(({ name }) => name), regionKinds: regions.length > 0,
    units: new Set([...units.values()].flatMap(({ code, name, formerNames }) => [code, name, ...formerNames])),
  };
};

const isTextMap = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
const isSaved = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { columns = {}, unit = '', headerRow = 1, kind = '' } = value as Record<string, unknown>;
  return isTextMap(columns) && typeof unit === 'string' && Number.isInteger(headerRow) && typeof kind === 'string';
};
const savedMapping = (mapping: object | undefined): SavedMapping | null => {
  if (mapping === undefined) return null;
  const { sheets = {} } = mapping as { sheets?: unknown };
  if (!isSaved(mapping) || typeof sheets !== 'object' || sheets === null || !Object.values(sheets).every(isSaved)) throw new HttpRefused('invalid-request', 'mapping');
  return mapping as SavedMapping;
};

/** An import as the API runs it: the same code as on the command line, with its result workbook beside the upload. */
export const importRun = ({ pool, store, organisation, caughtUp, now }: Sources): ImportRun => async ({ path, name, sheet, mapping, dryRun }, { user, unit }, onProgress) => {
  await caughtUp(); // what the log holds already must be found
  const { tree } = await organisation();
  const { report, analysis } = await importWorkbook(
    { path, fileName: name, dryRun, sheet: sheet ?? null, mapping: savedMapping(mapping), today: dayInShanghai(now().toISOString()), actor: { user, unit }, onProgress },
    { store, stored: storedProjects(pool, store), known: knownNames(tree) });
  const written = await writeResultWorkbook(analysis, `${path}.result`);
  if (!dryRun) await caughtUp();
  return { report: { ...report, resultWorkbook: written ? `${name.replace(/\.[^.]*$/, '')}.result.xlsx` : null }, resultWorkbook: written ? `${path}.result` : null };
};
