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

/** The year over each column that a day without one is in: of its own heads, or else of the title and the sheet's name. */
export const yearsOver = ({ headers, title }: Layout, sheet: string): ReadonlyMap<number, string> => {
  const ofAll = onlyYear([title, sheet]);
  return new Map(
    headers.flatMap(({ column, path }): [number, string][] => {
      const year = onlyYear(path) ?? ofAll;
      return year === null ? [] : [[column, year]];
    }),
  );
};
