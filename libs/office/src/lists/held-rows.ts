import type { Sentence } from '#domain';
import type { EventStore } from '#event-store';
import { importFact, IMPORT_STREAMS } from '#imports';
import { LIST_FIELDS, type FieldName, type ListRow } from '#projections';

/** Rows of imports that wait for a person; they are no projects yet, so the list is read from the imports themselves. */
export const HELD: { readonly name: 'held'; readonly title: Sentence; readonly columns: readonly FieldName[] } = {
  name: 'held',
  title: { zh: '待决定', en: 'Held for a decision' },
  columns: ['code', 'name', 'reason'],
};

type Empty = { readonly [Field in FieldName]: ListRow[Field] extends readonly unknown[] ? ListRow[Field] : null };

/** In the shape of a list row, empty where nothing is a project yet; with where it stands in which file. */
export interface HeldRow extends Omit<Empty, 'code' | 'name' | 'reason'> {
  readonly code: string | null;
  readonly name: string | null;
  readonly reason: string;
  readonly importId: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

const EMPTY = Object.fromEntries(
  LIST_FIELDS.map(({ name, kind }): [string, readonly string[] | null] => [
    name,
    kind === 'texts' || kind === 'clocks' ? [] : null,
  ]),
) as Empty;

/** One row a held line. Cost: the number of imports. */
export const heldRows = async (store: EventStore, upTo: bigint | null): Promise<readonly HeldRow[]> => {
  const rows: HeldRow[] = [];
  for await (const events of store.readByStream(IMPORT_STREAMS, upTo ?? (await store.head())))
    for (const { event } of events) {
      const fact = importFact(event);
      if (fact?.type !== 'ImportFinished') continue;
      const { importId, file, held } = fact.data;
      for (const { sheet, row, code, name, findings } of held)
        rows.push({ ...EMPTY, importId, file, sheet, row, code, name, reason: findings.join(' ') });
    }
  return rows;
};
