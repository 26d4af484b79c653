import { matchPath } from 'react-router';
import type { Word } from '../words/words.ts';
import { PAGES, ROOMS, type Entry, type Permission } from './pages.ts';

export type { Entry };

/** A room as somebody sees it: with the entries that this person may open. */
export interface Room {
  readonly key: string;
  readonly word: Word;
  readonly entries: readonly Entry[];
}

const ENTRIES = PAGES.flatMap(({ entries = [] }) => entries);

/** The rooms that somebody with these rights may enter. Who may not enter any page of a room does not see it. */
export const roomsFor = (permissions: readonly Permission[]): readonly Room[] =>
  ROOMS.map(({ key, word }) => ({
    key,
    word,
    entries: ENTRIES.filter(({ room, needs }) => room === key && (needs === undefined || permissions.includes(needs))),
  })).filter(({ entries }) => entries.length > 0);

const holds = (place: string, pathname: string): boolean => pathname === place || pathname.startsWith(`${place}/`);

/** Where an address stands in the menu, as near as it can be told; null for a page that has no entry. */
export const placeOf = (
  rooms: readonly Room[],
  pathname: string,
): { readonly room: Room; readonly entry: Entry } | null =>
  rooms
    .flatMap((room) =>
      room.entries.flatMap((entry) =>
        [entry.path, ...(entry.also ?? [])]
          .filter((place) => holds(place, pathname))
          .map((place) => ({ room, entry, place })),
      ),
    )
    .sort((a, b) => b.place.length - a.place.length)[0] ?? null;

const EVERYTHING: readonly Room[] = ROOMS.map(({ key, word }) => ({
  key,
  word,
  entries: ENTRIES.filter(({ room }) => room === key),
}));
/** What an address is called in the menu, whoever asks; null for one that has no entry. */
export const wordOf = (pathname: string): Word | null => placeOf(EVERYTHING, pathname)?.entry.word ?? null;

/** Whether a page shows what the chosen time shows. */
export const followsTime = (pathname: string): boolean =>
  PAGES.some(({ path, timed }) => timed === true && matchPath(path, pathname) !== null);
