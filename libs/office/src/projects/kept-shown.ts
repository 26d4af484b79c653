import { holdsSealed, withoutContacts } from '#domain';
import { may, type Caller } from '#identity';
import type { HistoryEntry } from '#projections';

type Kept = Readonly<Record<string, string>>;
const holdsKept = (data: unknown): data is { readonly extra: Kept } =>
  typeof data === 'object' && data !== null && 'extra' in data;

/** The columns of a ledger without a place of their own hold the firm’s contacts. Who works with projects reads them; who only looks is shown masked numbers. */
export const keptShownTo = (caller: Caller, kept: Kept): Kept =>
  may(caller, 'record-facts')
    ? kept
    : Object.fromEntries(
        Object.entries(kept).map(([header, said]) => [
          header,
          holdsSealed(said) ? said : withoutContacts(said), // what is sealed is masked where it is opened
        ]),
      );

const holdsBefore = (data: unknown): data is { readonly before: Kept } =>
  typeof data === 'object' && data !== null && 'before' in data && 'extra' in data;

/** A record as its reader may see it: the same columns stand in what was registered and beside what was imported. */
export const entryShownTo = (caller: Caller, entry: HistoryEntry): HistoryEntry => {
  const { imported, data } = entry;
  return {
    ...entry,
    data: holdsKept(data)
      ? {
          ...data,
          extra: keptShownTo(caller, data.extra),
          ...(holdsBefore(data) ? { before: keptShownTo(caller, data.before) } : {}),
        }
      : data,
    imported: imported?.kept === undefined ? imported : { ...imported, kept: keptShownTo(caller, imported.kept) },
  };
};
