import { addDays } from '../parts/day.ts';
import type { Word } from '../words/words.ts';

interface Due {
  readonly due?: string | null;
  readonly daysLate?: number | null;
}
/** By when something is to be done, the most urgent first. */
const GROUPS: readonly { readonly word: Word; readonly holds: (row: Due, today: string) => boolean }[] = [
  { word: 'lateGroup', holds: ({ daysLate }) => (daysLate ?? 0) > 0 },
  { word: 'todayGroup', holds: ({ due }, today) => due === today },
  { word: 'weekGroup', holds: ({ due }, today) => due != null && due <= addDays(today, 7) },
  { word: 'laterGroup', holds: () => true },
];

/** Rows by their due day: each in the first group that holds it, groups without rows left out. */
export const dueGroups = <Row extends Due>(
  rows: readonly Row[],
  today: string,
): readonly { readonly word: Word; readonly rows: readonly Row[] }[] => {
  const groupOf = (row: Row) => GROUPS.find(({ holds }) => holds(row, today))!;
  return GROUPS.map((group) => ({ word: group.word, rows: rows.filter((row) => groupOf(row) === group) })).filter(
    (group) => group.rows.length > 0,
  );
};
