import { sameMoney, type Money } from '#domain';
import { clean } from '../cells/text.ts';
import { FIELDS, natureOf, type FieldName } from '../columns/field-names.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import type { Planned } from './planned.ts';

const POINTING: ReadonlySet<FieldName> = new Set<FieldName>(['sequence', 'currency', 'amountUnit']); // they say how others are read
const NAMING: ReadonlySet<FieldName> = new Set<FieldName>(['code', 'name', 'contractNo', 'nationalCode', 'investor']); // which project a row of another sheet is about
/** Words that say a kind and nothing else: more than these is kept beside the kind that they become. */
const KINDS: Readonly<Partial<Record<FieldName, RegExp>>> = {
  landMode: /^(土地)?(征地|出让|购买|购地|招拍挂|挂牌|划拨|自有|租赁|租用|出租|标准厂房|租赁厂房)$/,
  agreementKind: /^(正式|框架|意向|战略合作|投资)?(合同|协议|协议书)?$/,
  negotiationClass: /^(重大|大型|一般|普通|标准)(项目)?$/,
  reviewResult: /^(通过|同意|退回|未通过|不通过|不予通过|否决)$/,
  landedKind: /^(开工|动工|开工建设|注册|注册落地)$/,
  saidSigned: /^(是|否|已签约|未签约|[√×])$/,
  certified: /^(是|否|[已未](核定|认定|核实|确认)|[√×])$/,
  arrivalKind: /^(注册资本金?|资本金|土地款|土地出让金|保证金|定金|厂房|设备|设备款|工程款|流动资金|贷款|融资)$/,
  fundsOrigin: /^(境外|省外|市外|区外|县外|区内|县内|本地|外资|国外)(资金)?$/,
};
const arrivalKey = ({ occurredOn, amount }: { readonly occurredOn?: string; readonly amount: Money }): string =>
  [occurredOn, amount.amount, amount.currency].join(' ');
/** Whether the project's own row says the same. */
const saidThere = (row: LedgerRow, joined: LedgerRow, name: FieldName): boolean => {
  const [text, day, money] = [row.text[name], row.days[name]?.date, row.money[name]];
  const own = joined.money[name];
  return (
    (text !== undefined && text === joined.text[name]) ||
    (day !== undefined && day === joined.days[name]?.date) ||
    (money !== undefined && own !== undefined && sameMoney(money, own))
  );
};
/** Keeps a text under its header; beside another text of a column with the same header, under a number. */
export const keepApart = (kept: Record<string, string>, header: string, text: string): void => {
  for (let again = 1; ; again += 1) {
    const key = again === 1 ? header : `${header}（${again}）`;
    if (kept[key] !== undefined && kept[key] !== text) continue;
    kept[key] = text;
    return;
  }
};
const MOST = 1_000; // columns, as many as a sheet may have

/** Whether a column says something of its own: not how others are read, nor what is kept by itself, nor, in a sheet of arrivals, which project it is about. */
const saysItsOwn = ({ text, days, money, kind }: LedgerRow, name: FieldName): boolean => {
  if (text[name] === undefined && days[name] === undefined && money[name] === undefined) return false;
  if (POINTING.has(name) || natureOf(name) === 'kept') return false;
  return kind === 'projects' || kind === 'leads' || !NAMING.has(name);
};

/** Whether a text says more than the kind that a fact makes of it. */
const saysMore = ({ text }: LedgerRow, name: FieldName): boolean =>
  KINDS[name]?.test(clean(text[name] ?? '')) === false;

/** Keeps the money of months that no arrival tells. */
const keepMonths = (kept: Record<string, string>, { months }: LedgerRow, planned: readonly Planned[]): void => {
  const told = new Set(
    planned.flatMap(({ command }) => (command.type === 'ReportArrival' ? [arrivalKey(command)] : [])),
  );
  for (const { day, money, header, shown } of months)
    if (!told.has(arrivalKey({ occurredOn: day.date, amount: money }))) kept[header] ??= shown;
};

/**
 * What a row says beyond its facts, under its own headers: columns without a field, and values of recognised columns for which the row has no fact
 * (README, "Import verdicts": no value of a recognised column vanishes).
 */
export const keptOf = (
  row: LedgerRow,
  planned: readonly Planned[],
  headerOf: (field: FieldName) => string | null,
  joined: LedgerRow | null, // the project's own row, where this one only adds to it
) => {
  const carried = new Set(planned.flatMap(({ carries }) => carries));
  const kept: Record<string, string> = { ...row.extra };
  for (const [name, shown] of Object.entries(row.shown) as [FieldName, string][]) {
    if (!saysItsOwn(row, name) || (carried.has(name) && !saysMore(row, name))) continue;
    if (joined !== null && saidThere(row, joined, name)) continue;
    const header = headerOf(name) ?? FIELDS[name].zh;
    const text = row.text[name] ?? shown;
    if (kept[header] !== shown) keepApart(kept, header, text);
  }
  keepMonths(kept, row, planned);
  return Object.fromEntries(Object.entries(kept).slice(0, MOST));
};
