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

/** One row a held line, in the shape of a list row, with where it stands in which file. Cost: the number of imports. */
export const heldRows = async (store: EventStore, upTo: bigint | null) => {
  const rows = [];
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
