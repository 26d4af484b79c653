import { clean } from '../cells/text.ts';
import type { Layout } from './layout.ts';

/** The day on which a form was filled in says nothing of its rows. */
const FILLED_IN = /(填报|填表|制表|报送|上报|报表|打印|编制)(日期|时间)[:：]?\s*[\d年月日.\-/]+/g;

/** The one year that these texts name; null where they name none, or several. */
const onlyYear = (texts: readonly string[]): string | null => {
  const years = new Set(
    texts.flatMap(
      (text) =>
        clean(text)
          .replace(FILLED_IN, '')
          .match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [],
    ),
  );
  return years.size === 1 ? [...years][0]! : null;
};

const MONTH = /(20\d{2})[年.\-/](?:1月?[-~—至到])?(1[0-2]|0?[1-9])(?![\d季个批号])/g;
const OF_THE_TABLE =
  /(?:截至|截止|填报|填表|制表|报送|上报|报表|打印|编制)(?:日期|时间|到)?[:：]?\s*20\d{2}[年.\-/]\d{1,2}/g;

/** The one month, YYYY-MM, that a table is of, by its title and its sheet's name: that up to which it tells, or in which it was filled in, before any other; null where they name none, or several. */
export const monthOfTable = (title: string, sheet: string): string | null => {
  const words = clean(`${title} ${sheet}`);
  const own = words.match(OF_THE_TABLE)?.join(' ');
  const months = [...(own ?? words).matchAll(MONTH)].map(([, year, month]) => `${year!}-${month!.padStart(2, '0')}`);
  return new Set(months).size === 1 ? months[0]! : null;
};

/** The year over each column that a day without one is in: of its own heads, or else of the title and the sheet's name. */
export const yearsOver = ({ headers, title, titleOfAll = '' }: Layout, sheet: string): ReadonlyMap<number, string> => {
  const ofAll = onlyYear([title, sheet]) ?? onlyYear([titleOfAll]);
  return new Map(
    headers.flatMap(({ column, path }): [number, string][] => {
      const year = onlyYear(path) ?? ofAll;
      return year === null ? [] : [[column, year]];
    }),
  );
};
