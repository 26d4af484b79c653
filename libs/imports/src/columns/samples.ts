import { clean } from '../cells/text.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';

const LOOKED_AT = 60; // rows below a header
const TOLD = 3; // texts of a column, each once
const LONGEST = 40; // characters of one

/** The first texts that stand in each column below a header: by them a person sees what a column holds, whatever its header says. */
export const samplesBelow = (
  sheet: Pick<StoredSheet, 'rows'>,
  firstData: number,
): ((column: number) => readonly string[]) => {
  const found = new Map<number, Set<string>>();
  let looked = 0;
  for (const { number, cells } of sheet.rows()) {
    if (number < firstData) continue;
    looked += 1;
    if (looked > LOOKED_AT) break;
    for (const [column, cell] of cells.entries()) {
      const text = cell === undefined || cell.merged === 'covered' ? '' : clean(cell.text).slice(0, LONGEST);
      const own = found.get(column) ?? new Set();
      if (text !== '' && own.size < TOLD) found.set(column, own.add(text));
    }
  }
  return (column) => [...(found.get(column) ?? [])];
};
