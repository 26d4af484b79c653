import type { Cell } from '../files/sheet.ts';
import type { Format } from '../formats/format.ts';
import { textCell } from './cells.ts';

/** A piece of a text; `struck`: whether a line goes through it, null where the cell's own style says so. */
export interface Run {
  readonly text: string;
  readonly struck: boolean | null;
}
/** A text as it is written: plain, or in pieces of which some may be struck out. */
export type Written = string | readonly Run[];

/** The pieces as one text where they do not differ; neighbours that are alike become one. */
export const writtenOf = (runs: readonly Run[]): Written => {
  const joined: Run[] = [];
  for (const { text, struck } of runs) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.struck === struck) joined[joined.length - 1] = { text: last.text + text, struck };
    else joined.push({ text, struck });
  }
  const [first] = joined;
  if (first === undefined) return '';
  return joined.length === 1 && first.struck === null ? first.text : joined;
};

export const wholeText = (written: Written): string =>
  typeof written === 'string' ? written : written.map(({ text }) => text).join('');

/** The cell of a text: what stands of it, and what was struck out; all of it struck is a struck cell. `style`: the cell's own style draws the line. */
export const struckCell = (written: Written, style: boolean, format?: Format): Cell | undefined => {
  const runs = typeof written === 'string' ? [{ text: written, struck: null }] : written;
  const part = (wanted: boolean): string =>
    runs
      .filter(({ struck }) => (struck ?? style) === wanted)
      .map(({ text }) => text)
      .join('');
  const [stands, gone] = [part(false), part(true)];
  if (gone.trim() === '') return textCell(wholeText(written), format);
  if (stands.trim() === '') {
    const cell = textCell(wholeText(written), format);
    return cell && { ...cell, struck: true };
  }
  const cell = textCell(stands.trim(), format);
  return cell && { ...cell, struckPart: gone };
};
