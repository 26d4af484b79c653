import { CURRENCY_NAMES, FOREIGN_CAPITAL, unitIn, type Unit } from '../cells/units.ts';
import { clean } from '../cells/text.ts';
import { natureOf, type FieldName } from './field-names.ts';
import { normalised, type Header } from './headers.ts';
import type { Mapped } from './mapped.ts';
import type { UnitFrom } from './units.ts';

/** What a line beside a table says of its units: of some columns by their words, or (`words` null) of all others. */
export interface UnitNote {
  readonly words: string | null;
  readonly unit: Unit;
}

const UNIT = `((?:亿|千万|百万|万|千)?(?:${CURRENCY_NAMES}|元))`;
const WORDS = '([^\\s:,;。()0-9]{1,20}?)';
/** 本表除外资为万美元外均为万元. */
const EXCEPT = new RegExp(
  `除${WORDS}的?(?:金额)?(?:计量)?(?:单位)?(?:[为以按是:])${UNIT}(?:计|为单位|计算)?(?:以|之)?外,?(?:.{0,12}?)(?:为|以|按|是)${UNIT}`,
  'g',
);
/** 其中外资单位为万美元; 投资额单位:亿元. */
const OF_COLUMN = new RegExp(`${WORDS}的?(?:计量|货币|金额)?单位(?:均?为|是|:)?${UNIT}`, 'g');
/** 注册资本以亿元计. */
const COUNTED_IN = new RegExp(`${WORDS}均?(?:以|按)${UNIT}(?:计|为单位|填|表示)`, 'g');
/** 单位:万元,其中外资:万美元. */
const OF_PART = new RegExp(`其中,?:?${WORDS}(?:的?(?:计量|货币|金额)?单位)?(?:为|:)${UNIT}`, 'g');
const GENERAL =
  /^((附|备)?注|说明|本表|表[内中]|以上|上述|全部|所有|各项|其余|其他|数据|的|中|计量|货币|金额|单位|均|[\d.、])*$/;

const bare = (words: string): string => words.replace(/^.*其中|^((附|备)?注(?!册)|本表|表[内中])/g, '');

/** The notes of a line, and what is left of it. */
export const unitNotesIn = (text: string): { readonly notes: readonly UnitNote[]; readonly rest: string } => {
  const notes: UnitNote[] = [];
  let rest = clean(text.slice(0, 400)).replace(/\s/g, '');
  const take = (words: string, unit: string): void => {
    for (const one of bare(words).split(/[、和及与]/)) notes.push({ words: one, unit: unitIn(unit)! });
  };
  rest = rest.replace(EXCEPT, (_, words: string, unit: string, others: string) => {
    take(words, unit);
    notes.push({ words: null, unit: unitIn(others)! });
    return '';
  });
  for (const shape of [OF_PART, OF_COLUMN, COUNTED_IN])
    rest = rest.replace(shape, (whole: string, words: string, unit: string) => {
      if (GENERAL.test(bare(words))) return whole;
      take(words, unit);
      return '';
    });
  return { notes, rest };
};

const FOREIGN = new RegExp(`${FOREIGN_CAPITAL}|外币|境外|外方`);
const SAYS_LITTLE = /(的|金额|数额|资金)+$/;

/** Whether a note speaks of a column. */
const isAbout = (said: string, { path }: Pick<Header, 'path'>): boolean => {
  const words = normalised(said).replace(SAYS_LITTLE, '');
  const names = path.map((one) => normalised(one)).filter((one) => one !== '');
  if (words === '') return false;
  if (FOREIGN.test(words) && words.length <= 4) return names.some((name) => FOREIGN.test(name));
  return names.some((name) => name.includes(words) || (name.length >= 3 && words.includes(name)));
};

const INVESTMENT = /^(项目)?(总|合同|协议|签约|计划)?(投资|引资)?(总)?(额|金额|规模|总额|投资)$/;

/** The note that speaks of a column by its name; of an amount of investment where no column has the note's own words. */
const noteOf = (
  { field }: Mapped,
  header: Header,
  headers: readonly Header[],
  notes: readonly UnitNote[],
): UnitNote | undefined => {
  const named = notes.filter(({ words }) => words !== null);
  return (
    named.find(({ words }) => isAbout(words!, header)) ??
    (field === 'contracted' || field === 'intendedAmount'
      ? named.find(({ words }) => INVESTMENT.test(words!) && !headers.some((one) => isAbout(words!, one)))
      : undefined)
  );
};

/** Fields that are kept as they stand, and are amounts all the same. */
const AMOUNTS: ReadonlySet<FieldName> = new Set<FieldName>([
  'contractedForeign',
  'registeredCapital',
  'arrivedThisMonth',
  'arrivedToDate',
]);
const isMoney = (field: FieldName): boolean => natureOf(field) === 'money' || AMOUNTS.has(field);
const sameUnit = (a: Unit, b: Unit | null): boolean => a.unit === b?.unit && a.currency === b.currency;

/** Whether notes may speak of a column: one of amounts, of which no person said the unit. */
const takesNotes = ({ field, unitFrom }: Mapped): boolean => isMoney(field) && unitFrom !== 'saved';

/** Whether the header of a column names no unit itself: a note's goes before that of the lines above. */
const hasNoneItself = ({ unit, unitFrom }: Mapped): boolean => unit === null || unitFrom === 'above';

/** The columns with the units that notes give them. Where a header names another unit it stays, and the column is doubted: `noted`. */
export const withNotes = (
  columns: readonly Mapped[],
  headers: readonly Header[],
  notes: readonly UnitNote[],
  from: Extract<UnitFrom, 'above' | 'below'>,
): readonly Mapped[] => {
  const others = notes.find(({ words }) => words === null);
  return columns.map((one) => {
    const header = headers.find(({ column }) => column === one.column);
    if (header === undefined || !takesNotes(one)) return one;
    const own = noteOf(one, header, headers, notes);
    const said = own ?? (others?.unit.currency === one.unit?.currency ? others : undefined);
    if (said === undefined || sameUnit(said.unit, one.unit)) return one;
    return own !== undefined && hasNoneItself(one)
      ? { ...one, unit: own.unit, unitFrom: from }
      : { ...one, noted: said.unit };
  });
};
