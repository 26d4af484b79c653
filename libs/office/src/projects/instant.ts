import type { EventStore } from '#event-store';
import { refused } from '../refusals.ts';

/** The log position up to which things were known at an instant; null: everything known so far. Throws Rejected 'invalid-request'. */
export const instantPosition = async (store: EventStore, asKnown: string | undefined): Promise<bigint | null> => {
  if (asKnown === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]{5,15}(Z|[+-]\d{2}:\d{2})$/.test(asKnown) || Number.isNaN(Date.parse(asKnown)))
    throw refused('invalid-request', 'asKnown');
  return store.positionAt(new Date(asKnown).toISOString());
};
