import { clean, isEmpty } from '../cells/text.ts';
import type { Layout } from '../columns/layout.ts';
import type { Row } from '../files/sheet.ts';
import type { LedgerRow } from './ledger-row.ts';
import { levelOf, nameIn } from './section-lines.ts';
import { stageOfTitle } from '../columns/stage-of-title.ts';

/** Follows the lines that part a table by how far its projects are: 一、已签约项目. Where no column says that, the rows below such a line are said to be so, until a line of the same level. */
export const stageAbove = ({ kind, columns }: Layout) => {
  const follows = kind === 'projects' && !columns.some(({ field }) => field === 'stage' || field === 'saidSigned');
  let above: { readonly stage: string | null; readonly level: number } | null = null;
  return {
    section: ({ cells }: Row): void => {
      const first = cells.find((cell) => cell !== undefined && cell.merged !== 'covered' && !isEmpty(cell));
      if (!follows || first === undefined) return;
      const text = clean(first.text).replace(/^【|】$/g, '');
      const [name, level] = [nameIn(text), levelOf(text)];
      const stage = stageOfTitle(name) === null ? null : name;
      if (stage !== null || level === above?.level) above = { stage, level };
    },
    place: (record: LedgerRow): LedgerRow =>
      above?.stage == null || record.text.stage !== undefined
        ? record
        : { ...record, text: { ...record.text, stage: above.stage } },
  };
};
