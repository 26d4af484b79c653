import type { Origin } from '#domain';
import { clean } from '../cells/text.ts';
import { FOREIGN_CAPITAL } from '../cells/units.ts';
import type { FieldName, SheetKind } from './field-names.ts';
import { normalised, type Header } from './headers.ts';
import { unitOver } from './match.ts';
import type { Mapped, Profiles } from './mapped.ts';
import { OF_OTHER_THINGS } from './month-names.ts';
import { columnsAs, firmsAsProjects, type Recognised } from './recognise.ts';
import { spanNamed, type SpanNamed } from './span-names.ts';

const FUNDS = /到位|到账|到帐|到资|外资|内资|进资|引资|资金|入账|实缴/;
const OF_ALL = /完成投资|固定资产投资|固投|产值|税收|销售|进展|进度/;
const OF_PLANS = /计划|目标|任务|预计/;
const IS_DONE = /^(实际|完成)/;
const FEWEST = 2;
const OF_ALL_SO_FAR = /^1[-~—至]\d{1,2}月|累计(到位|到账|到资)|(到位|到账|到资).*累计/; // beside which one month is enough
const KINDS: readonly SheetKind[] = ['projects', 'arrivals'];

/** 实际使用外资, as statistics tell it: of the period of the form, which its title names. */
export const isOfPeriod = ({ text, path }: Pick<Header, 'text' | 'path'>): boolean =>
  /^(实际|已)(使用|利用|到位)外资(额|金额)?$/.test(normalised(text)) && !path.some((one) => /累计|目标|计划/.test(one));

const isOneMonth = ({ length, month }: SpanNamed): boolean => length === 1 && month !== null;
const isYear = ({ length, upTo }: SpanNamed): boolean => length === 12 && !upTo;

/** The months that stand over a column, in its own name or in a group above it; null where other things are told of it. A year over months is theirs. */
export const spanOver = ({ path }: Pick<Header, 'path'>): SpanNamed | null => {
  const all = path.flatMap((text) => {
    const span = spanNamed(text);
    return span === null ? [] : [span];
  });
  const [year, within] = [all.find(isYear), all.filter((one) => !isYear(one))];
  const month = within.some(isOneMonth) ? within.filter(({ month }) => month !== null) : within; // 当月 under 10月到位资金
  const found = month.length > 0 ? month : all;
  const others = path.filter((text) => spanNamed(text) === null);
  if (found.length !== 1 || others.some((text) => OF_OTHER_THINGS.test(clean(text)))) return null;
  return { ...found[0]!, year: found[0]!.year ?? year?.year ?? null };
};

const BOUNDARIES: readonly (readonly [RegExp, Origin])[] = [
  [new RegExp(`${FOREIGN_CAPITAL}|境外`), 'overseas'],
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

/** Words that tell of nothing but money that arrived. */
const ARRIVED = /到位|到账|到帐|到资|入账|实缴|进资|实际(利用|使用)/;
/** 10月到位资金 says what it is, and of which month; 10月底到位 may be all that came so far. */
const saysArrived = (text: string): boolean =>
  ARRIVED.test(clean(text)) && !/月(份)?[底末止前]|截[至止]/.test(clean(text));
/** What else may stand at or over a year's money: a group of years may hold anything. */
const OF_A_YEAR = /签约|合同|协议|投资|规模|开工/;

/** Whether heads tell of money that arrived: by their own words, or under a title of it; of plans and what came of them, 实际 alone. */
const moneyUnder = (title: string): ((path: readonly string[]) => boolean) => {
  const titled = FUNDS.test(title) && !OF_ALL.test(title);
  const planned = OF_PLANS.test(title);
  return (path) =>
    FUNDS.test(path.join(' ')) || (titled && (!planned || path.some((text) => IS_DONE.test(clean(text)))));
};

/** The columns of money by their spans, where there are enough to be sure: one month or quarter alone may be anything, a year or a sum so far says what it is. */
const spansAmong = (headers: readonly Header[], ofMoney: (path: readonly string[]) => boolean): readonly Header[] => {
  const spans = headers.filter((one) => {
    const span = one.across === true ? null : spanOver(one);
    if (span === null || !ofMoney(one.path)) return false;
    const withinYear = span.length !== null && span.length < 12 && span.month !== null;
    return withinYear || !one.path.some((text) => OF_A_YEAR.test(clean(text)));
  });
  const arrived = (one: Header): boolean => one.path.some((text) => ARRIVED.test(clean(text)));
  const count = (wanted: (span: SpanNamed, one: Header) => boolean): number =>
    spans.filter((one) => wanted(spanOver(one)!, one)).length;
  const fewest = headers.some(({ text }) => OF_ALL_SO_FAR.test(clean(text))) ? 1 : FEWEST;
  const enough =
    count(isOneMonth) >= fewest ||
    count((span, one) => isOneMonth(span) && one.path.some(saysArrived)) > 0 ||
    [3, 6, 12].some((wanted) => count(({ length, upTo }) => length === wanted && !upTo) >= FEWEST) ||
    count((span, one) => (isYear(span) || span.upTo || span.month === null) && arrived(one)) > 0;
  return enough ? spans : [];
};

/** The columns beside the months as a ledger of projects; in a list of months a firm stands for its project. */
const asLedger = (apart: readonly Header[], profiles: Profiles | undefined, dated: boolean): readonly Mapped[] => {
  const columns = columnsAs('projects', apart, profiles);
  const contracted = apart.some(({ path }) => path.some((text) => /合同外资/.test(clean(text))));
  return dated ? columns : firmsAsProjects(columns, true, contracted);
};

/** Whether months stand in a ledger of projects, and not in a list of their money: it names them, and has what only a ledger has, or was known as one and tells no single month. */
const inLedger = (ledger: readonly Mapped[], kind: SheetKind, byMonth: boolean): boolean =>
  ledger.some(({ field }) => field === 'name') &&
  (ledger.some(({ firm }) => firm === true) ||
    ledger.some(({ field }) => OF_PROJECTS.includes(field)) ||
    (!byMonth && kind === 'projects'));

/**
 * The table with its columns of money a month, a quarter, a half-year or a year, null where there are none: what arrived in each is an arrival of that month. The heads, a group over them or the title say that it is money that arrived. What is told by month and by year is the same money, and counted once.
 */
export const withMonths = (
  found: Recognised,
  headers: readonly Header[],
  title: string,
  profiles: Profiles | undefined,
  only: SheetKind | undefined,
): Recognised | null => {
  const ofMoney = moneyUnder(title);
  const dated = found.kind === 'arrivals' && found.columns.some(({ field }) => field === 'arrivedOn');
  const spans = spansAmong(headers, ofMoney).filter((one) => !dated || spanOver(one)!.month !== null);
  const months = spans.length > 0 || dated ? spans : headers.filter((one) => isOfPeriod(one));
  if (months.length === 0 || found.kind === 'targets' || (only !== undefined && !KINDS.includes(only))) return null;
  const own = new Set(months.map(({ column }) => column));
  const apart = headers.filter(({ column }) => !own.has(column));
  const ledger = asLedger(apart, profiles, dated);
  const byMonth = spans.some((one) => isOneMonth(spanOver(one)!));
  const kind = only ?? (inLedger(ledger, found.kind, byMonth) ? 'projects' : 'arrivals');
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
