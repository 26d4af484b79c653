import { v4 as uuid } from 'uuid';
import { schemaVersionOf, type Actor, type IsoDate, type RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import { refuseFile } from '../refusals.ts';
import { importFact } from './finished.ts';
import type { ImportEvent } from './import-events.ts';
import { pastImport, streamOfImport, waitsForSecond } from './past-imports.ts';

interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/** What a second person let into closed months since the file was imported last: by row, who. */
export interface Approved {
  readonly by: (row: RowPlace) => string | null;
  readonly any: boolean;
}

const keyOf = ({ sheet, row }: RowPlace): string => JSON.stringify([sheet, row]);

/** Reads it from the import's own stream: an approval holds for the file that it looked at, until that is imported again or taken back. */
export const approvedIn = (events: readonly RecordedEvent[]): Approved => {
  const rows = new Map<string, string>();
  for (const { event, meta } of events) {
    const fact = importFact(event);
    if (fact?.type !== 'ClosedFactsApproved') rows.clear();
    else for (const row of fact.data.rows) rows.set(keyOf(row), meta.actor.user);
  }
  return { by: (row) => rows.get(keyOf(row)) ?? null, any: rows.size > 0 };
};

/**
 * A second person, signed in as herself, lets facts into closed months that wait for it; they are recorded when the same file is imported again.
 * Throws Rejected 'import-unknown', 'import-reverted', 'approved-by-importer' and 'nothing-to-approve'.
 */
export const approveClosed = async (
  store: EventStore,
  { importId, actor, today }: { readonly importId: string; readonly actor: Actor; readonly today: IsoDate },
): Promise<{ readonly rows: number }> => {
  const past = (await pastImport(store, importId)) ?? refuseFile('import-unknown', importId);
  if (past.state === 'reverted') refuseFile('import-reverted', importId);
  if (past.by.user === actor.user) refuseFile('approved-by-importer');
  const rows = past.held.filter(waitsForSecond).map(({ sheet, row }): RowPlace => ({ sheet, row }));
  if (rows.length === 0 || past.approved !== null) refuseFile('nothing-to-approve');
  const event: ImportEvent = { type: 'ClosedFactsApproved', occurredOn: today, data: { importId, rows } };
  const meta = { actor, commandId: uuid() };
  const approval = { id: uuid(), event, schemaVersion: schemaVersionOf(event.type), meta };
  await store.append(await streamOfImport(store, importId), 'any', [approval]);
  return { rows: rows.length };
};
