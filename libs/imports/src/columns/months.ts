import type { Origin } from '#domain';
import { clean } from '../cells/text.ts';
import type { FieldName, SheetKind } from './field-names.ts';
import type { Header } from './headers.ts';
import { unitOver } from './match.ts';
import type { Mapped, Profiles } from './mapped.ts';
import { OF_OTHER_THINGS, spanNamed, type SpanNamed } from './month-names.ts';
import { columnsAs, type Recognised } from './recognise.ts';

const FUNDS = /到位|到账|到帐|到资|外资|内资|进资|引资|资金|入账|实缴/;
const OF_ALL = /计划|目标|任务|预计|完成投资|固定资产投资|固投|产值|税收|销售|进展|进度/;
const FEWEST = 2;
const OF_ALL_SO_FAR = /^1[-~—至]\d{1,2}月|累计(到位|到账|到资)|(到位|到账|到资).*累计/; // beside which one month is enough
const KINDS: readonly SheetKind[] = ['projects', 'arrivals'];

/** The one month, quarter or half-year that stands over a column, in its own name or in a group above it; null where other things are told of it. */
export const spanOver = ({ path }: Pick<Header, 'path'>): SpanNamed | null => {
  const named = path.flatMap((text) => spanNamed(text) ?? []);
  const others = path.filter((text) => spanNamed(text) === null);
  return named.length === 1 && !others.some((text) => OF_OTHER_THINGS.test(clean(text))) ? named[0]! : null;
};

const BOUNDARIES: readonly (readonly [RegExp, Origin])[] = [
  [/(?<![省市区县])外资|境外/, 'overseas'],
  [/省外/, 'out-of-province'],
  [/市外/, 'out-of-city'],
  [/[区县]外/, 'out-of-district'],
  [/[区县]内/, 'local'],
];

/** The boundary over which the money of a column came, where its heads name one. */
export const boundaryOver = (path: readonly string[]): Origin | null =>
  BOUNDARIES.find(([is]) => path.some((text) => is.test(clean(text))))?.[1] ?? null;

/** What a ledger of projects has, and a list of their money has not. */
const OF_PROJECTS: readonly FieldName[] = ['signedOn', 'startOn', 'openedOn', 'contractNo', 'agreedStart'];
const NAMING: readonly FieldName[] = ['name', 'code', 'contractNo', 'nationalCode', 'investor', 'projectCompany'];
const WHOLE: readonly FieldName[] = ['amount', 'amountDomestic', 'amountOverseas', 'arrivedInMonth'];

/** The columns of the shortest spans that a table tells money by: its quarters beside its months are the same money once more. */
const shortest = (spans: readonly Header[], fewest: number): readonly Header[] => {
  for (const length of [1, 3, 6]) {
    const own = spans.filter((one) => spanOver(one)?.length === length);
    if (own.length >= (length === 1 ? fewest : FEWEST)) return own;
  }
  return [];
};

/**
 * The table with its columns of money a month, or a quarter or a half-year, null where there are none: what arrived in each is an arrival of that month. The heads, a group over them or the title say that it is money that arrived. A sum beside them is the same money once more, and no arrival.
 */
export const withMonths = (
  found: Recognised,
  headers: readonly Header[],
  title: string,
  profiles: Profiles | undefined,
  only: SheetKind | undefined,
): Recognised | null => {
  const ofMoney = (path: readonly string[]): boolean =>
    FUNDS.test(path.join(' ')) || (FUNDS.test(title) && !OF_ALL.test(title));
  const fewest = headers.some(({ text }) => OF_ALL_SO_FAR.test(clean(text))) ? 1 : FEWEST;
  const spans = headers.filter((one) => one.across !== true && spanOver(one) !== null && ofMoney(one.path));
  const months = shortest(spans, fewest);
  if (months.length === 0 || found.kind === 'targets' || (only !== undefined && !KINDS.includes(only))) return null;
  const own = new Set(months.map(({ column }) => column));
  const apart = headers.filter(({ column }) => !own.has(column));
  const ledger = columnsAs('projects', apart, profiles);
  const isLedger =
    ledger.some(({ field }) => OF_PROJECTS.includes(field)) && ledger.some(({ field }) => field === 'name');
  const kind = only ?? (isLedger ? 'projects' : 'arrivals');
  const others = (kind === 'projects' ? ledger : columnsAs(kind, apart, profiles)).filter(
    ({ field }) => !WHOLE.includes(field),
  );
  if (!others.some(({ field }) => NAMING.includes(field))) return null;
  const mapped = months.map((header): Mapped => ({
    column: header.column,
    header: header.path.join(' '),
    field: 'arrivedInMonth',
    weight: 8,
    because: ['words'],
    ...unitOver(header),
  }));
  const columns = [...others, ...mapped].sort((a, b) => a.column - b.column);
  return { kind, columns, score: columns.reduce((sum, { weight }) => sum + weight, 0) };
};
