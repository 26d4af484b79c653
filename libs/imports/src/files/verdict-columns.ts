import { clean } from '../cells/text.ts';
import type { Cell, Row } from './sheet.ts';
import type { StoredSheet } from './stored-sheet.ts';

/** The heads of the columns that a result workbook has behind the bureau's own. */
export const VERDICT_HEADS = ['处理结果', '原因', '原行号'] as const;
const LOOKED_AT = 45;
const HARMLESS = /^'[=+\-@\t\r]/;
const OURS = '落地：';

/** What is pinned to a cell that goes back: the bureau's own comment, and ours behind it. */
export const pinned = (own: string | undefined, message: string): string =>
  own === undefined ? `${OURS}${message}` : `${own}\n${OURS}${message}`;

/** The bureau's own part of a comment. */
const ownPart = (text: string): string => (text.startsWith(OURS) ? '' : text.split(`\n${OURS}`)[0]!);

/** A text that we kept from being a formula, '-, is what it was. */
const asItWas = (cell: Cell | undefined): Cell | undefined =>
  cell !== undefined && HARMLESS.test(cell.text) ? { ...cell, text: cell.text.slice(1) } : cell;

const startsIn = ({ cells }: Row): number =>
  cells.findIndex((_, column) =>
    VERDICT_HEADS.every((head, index) => clean(cells[column + index]?.text ?? '') === head),
  );

/** A result workbook that comes back, mended: what we wrote behind its rows is nothing of the bureau's. */
export const withoutVerdicts = (sheet: StoredSheet): StoredSheet => {
  let looked = 0;
  for (const row of sheet.rows()) {
    const from = startsIn(row);
    if (from > 0)
      return {
        ...sheet,
        comments: sheet.comments.flatMap((one) => {
          const text = ownPart(one.text);
          return text === '' ? [] : [{ ...one, text }];
        }),
        rows: function* (): Iterable<Row> {
          for (const one of sheet.rows()) yield { ...one, cells: one.cells.slice(0, from).map(asItWas) };
        },
      };
    looked += 1;
    if (looked > LOOKED_AT) break;
  }
  return sheet;
};
