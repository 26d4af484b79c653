import { ColourWord } from '../parts/colour-word.tsx';
import { exactly, forReading } from '../parts/money.ts';
import { useWords } from '../words/words.ts';
import { cellText } from './cell-text.ts';
import type { ListColumn, ListRow } from './list-queries.ts';

export const WIDTHS: Readonly<Record<ListColumn['kind'], number>> = {
  text: 130,
  unit: 140,
  day: 108,
  flag: 92,
  money: 116,
  yuan: 116,
  count: 96,
  ratio: 104,
  texts: 180,
  colour: 88,
  clock: 140,
  clocks: 180,
};

/** What a field of a row holds, as it is read: amounts in 亿元 or 万元, and exactly where the pointer rests. */
export const Cell = ({ column, row }: { column: ListColumn; row: ListRow }) => {
  const { language } = useWords();
  const { name, kind } = column;
  if (kind === 'colour') return <ColourWord colour={row.colour} />;
  if (name === 'contracted' || name === 'arrived' || name === 'fixedAssets') {
    const money = row[name];
    return money === null ? null : (
      <span className="amount" title={exactly(money)}>
        {forReading(money)}
      </span>
    );
  }
  return <span className="two-lines">{cellText(column, row, language)}</span>;
};
