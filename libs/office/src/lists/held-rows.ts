import type { Sentence } from '#domain';
import type { EventStore } from '#event-store';

/** Rows of imports that wait for a person; they are no projects yet, so the list is read from the imports themselves. */
export const HELD: { readonly name: 'held'; readonly title: Sentence } = {
  name: 'held',
  title: { zh: '待决定', en: 'Held for a decision' },
};

interface HeldLine {
  readonly sheet: string;
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly findings: readonly string[];
}

/** In the shape of a list row, empty where nothing is a project yet. */
export interface HeldRow {
  readonly id: null;
  readonly importId: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly unit: null;
  readonly phase: null;
  readonly signedOn: null;
  readonly contracted: null;
  readonly ageMonths: null;
  readonly colour: null;
  readonly clock: null;
  readonly alsoAtWorst: readonly [];
  readonly due: null;
  readonly daysLate: null;
  readonly reason: string;
  readonly responsible: null;
  readonly nextStep: null;
}

/** One row a held line, in the shape of a list row, with where it stands in which file. Cost: the number of imports. */
export const heldRows = async (store: EventStore, upTo: bigint | null): Promise<readonly HeldRow[]> => {
  const rows: HeldRow[] = [];
  for await (const events of store.readByStream('import-', upTo ?? (await store.head())))
    for (const { event } of events) {
      if (event.type !== 'ImportFinished') continue;
      const { importId, file, held } = event.data as { importId: string; file: string; held: readonly HeldLine[] };
      for (const { sheet, row, code, name, findings } of held)
        rows.push({
          id: null,
          importId,
          file,
          sheet,
          row,
          code,
          name,
          unit: null,
          phase: null,
          signedOn: null,
          contracted: null,
          ageMonths: null,
          colour: null,
          clock: null,
          alsoAtWorst: [],
          due: null,
          daysLate: null,
          reason: findings.join(' '),
          responsible: null,
          nextStep: null,
        });
    }
  return rows;
};
