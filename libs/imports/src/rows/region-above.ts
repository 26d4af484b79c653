import { clean, isEmpty } from '../cells/text.ts';
import type { Layout } from '../columns/layout.ts';
import type { Row } from '../files/sheet.ts';
import { plain } from '../judge/similarity.ts';
import { isOnlyAName, type LedgerRow } from './ledger-row.ts';

const LEVELS = [/^[(]?[一二三四五六七八九十]+[)]/, /^[一二三四五六七八九十]+[、.．]/, /^[(]?\d+[)、.．]/];
const COUNT = /[(](共|合计)?\d+(个|家|项|宗)?[^)]*[)]$|[:：]$/; // 东湖区（12个）
const DISTRICT = /^.{1,12}(区|县|市|旗|镇|乡|街道|园)$/;

/** How a line is numbered: what stands under （一） does not end what stands under 一、. */
const levelOf = (text: string): number => LEVELS.findIndex((shape) => shape.test(text));

/**
 * Follows the lines that part a table by district: 一、东湖区（12个）. Where the table has no column of regions, the rows below such a line
 * lie there. A line of the same level ends it, whatever it says; a name that the bureau's own regions do not hold is none.
 */
export const regionAbove = ({ kind, columns }: Layout, regions: readonly string[]) => {
  const follows = (kind === 'projects' || kind === 'leads') && !columns.some(({ field }) => field === 'region');
  let above: { readonly region: string | null; readonly level: number } | null = null;
  const regionIn = (text: string): string | null => {
    const name = text
      .replace(LEVELS[levelOf(text)] ?? '', '')
      .replace(COUNT, '')
      .trim();
    if (regions.length === 0) return DISTRICT.test(name) ? name : null;
    return regions.find((one) => plain(one) === plain(name)) ?? null;
  };
  const follow = (text: string): void => {
    const [region, level] = [regionIn(text), levelOf(text)];
    if (region !== null || level === above?.level) above = { region, level };
  };
  return {
    section: ({ cells }: Row): void => {
      const first = cells.find((cell) => cell !== undefined && cell.merged !== 'covered' && !isEmpty(cell));
      if (follows && first !== undefined) follow(clean(first.text));
    },
    /** The record with its region. One that is a name alone may be such a line itself: it is left as it is, and ends what stood above. */
    place: (record: LedgerRow): LedgerRow => {
      const { text, extra } = record;
      if (!follows || above === null) return record;
      if (isOnlyAName(record)) above = { region: regionIn(text.name ?? ''), level: above.level };
      else if (above.region !== null && text.region === undefined)
        return { ...record, text: { ...text, region: above.region }, extra: { ...extra, 所在分段: above.region } };
      return record;
    },
  };
};
