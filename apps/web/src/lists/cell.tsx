import type { Schemas } from '../ask/api.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { exactly, forReading, type Money } from '../parts/money.ts';
import { DICTIONARY } from '../generated/words.ts';
import { CLOCKS, PHASES, useWords, type Sentence } from '../words/words.ts';
import type { ColumnName, ListColumn } from './list-queries.ts';

type Kind = ListColumn['kind'];

export const WIDTHS: Readonly<Record<Kind, number>> = {
  text: 130,
  unit: 140,
  day: 104,
  flag: 84,
  money: 116,
  yuan: 116,
  count: 84,
  ratio: 92,
  texts: 180,
  colour: 64,
  clock: 140,
  clocks: 180,
};

/** Fields whose values are words of the domain. */
const WORDED: Readonly<Partial<Record<ColumnName, Readonly<Record<string, Sentence>>>>> = {
  phase: PHASES,
  landMode: DICTIONARY.landModes,
};

const Amount = ({ of }: { of: Money }) => (
  <span className="amount" title={exactly(of)}>
    {forReading(of)}
  </span>
);

/** What a field of a row holds, as it is read. */
export const Cell = ({ name, kind, value }: { name: ColumnName; kind: Kind; value: unknown }) => {
  const { say, t } = useWords();
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'money':
    case 'yuan':
      return <Amount of={value as Money} />;
    case 'ratio':
      return <>{(value as Schemas['Ratio']).percent} %</>;
    case 'unit':
      return <>{(value as { readonly name: string }).name}</>;
    case 'flag':
      return <>{value === true ? t('yes') : t('no')}</>;
    case 'texts':
      return <>{(value as readonly string[]).join('、')}</>;
    case 'clocks':
      return <>{(value as readonly string[]).map((clock) => say(CLOCKS[clock], clock)).join('、')}</>;
    case 'colour':
      return <ColourWord colour={String(value)} />;
    default:
      return <span className="two-lines">{say(WORDED[name]?.[String(value)], String(value))}</span>;
  }
};
