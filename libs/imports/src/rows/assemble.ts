import { addMoney, compareMoney, type IsoDate, type Money } from '#domain';
import type { FieldName } from '../columns/field-names.ts';
import { NEAR } from '../judge/amount-words.ts';
import { knownOf } from '../judge/checks.ts';
import { finding } from '../judge/findings.ts';
import type { Judged } from '../judge/judge.ts';
import { arrivalNames } from '../plans/arrival-names.ts';
import { arrivalsOf, arrivedIn } from '../plans/arrivals-of.ts';
import { factsOf, progressOf } from '../plans/facts-of.ts';
import { codeOf, projectIdOf } from '../plans/ids.ts';
import { keepApart, keptOf } from '../plans/kept.ts';
import type { Planned } from '../plans/planned.ts';
import { numbered } from '../plans/recorded-arrivals.ts';
import { ownerOf, registrationOf } from '../plans/registration.ts';
import type { Stored } from '../plans/stored.ts';
import { toldOnce } from '../plans/told-once.ts';
import { say } from '../say.ts';
import type { Ledger } from './ledger.ts';
import { frameworkOf } from './meanings.ts';
import type { LedgerRow } from './ledger-row.ts';

/** By header, as written. */
type KeptColumns = Readonly<Record<string, string>>;

/** What an import means to do with one project: its facts in order, from every sheet. */
export interface ProjectPlan {
  readonly id: string;
  readonly row: LedgerRow | null; // the row that tells of it; null where only other sheets do, of a project already stored
  readonly stored: Stored | null;
  readonly rows: readonly LedgerRow[]; // all that tell of it
  readonly planned: readonly Planned[];
  /** What a row says beyond its facts, where some of them were left out. */
  readonly keptOf: (row: LedgerRow, leftOut: ReadonlySet<Planned>) => KeptColumns;
}

/** Says where a project's arrivals together exceed its contract; they are added up from the first, or from where the currency changes. */
const summing = (contracted: Money | undefined): ((row: LedgerRow) => void) => {
  let total: Money | undefined;
  return (row) => {
    for (const { field, money } of arrivedIn(row)) {
      total = total === undefined || total.currency !== money.currency ? money : addMoney(total, money);
      if (contracted !== undefined && contracted.currency === total.currency && compareMoney(total, contracted) > 0)
        say(row, 'arrivals-above-contract', field);
    }
  };
};

/** A sheet that tells of no signing may tell the amount of a contract all the same: otherwise than the project's own row, it is said and kept as written. */
const sayAmount = (row: LedgerRow, main: LedgerRow): void => {
  const [own, told] = [main.money.contracted, row.money.contracted];
  if (row === main || own === undefined || told === undefined || row.days.signedOn !== undefined) return;
  const [a, b] = [Number(own.amount), Number(told.amount)];
  if (own.currency !== told.currency || Math.abs(a - b) <= NEAR * Math.max(a, b)) return;
  const [first, here] = [main.shown.contracted ?? own.amount, row.shown.contracted ?? told.amount];
  const more = {
    zh: `“${main.sheet}”第 ${main.row} 行 ${first}，本行 ${here}`,
    en: `"${main.sheet}" row ${main.row} ${first}, here ${here}.`,
  };
  row.findings.push(finding('amount-differs', 'contracted', row.cellOf('contracted'), here, more));
};

/** What two rows keep; where they say different things under one header, both. */
const bothOf = (kept: KeptColumns, more: KeptColumns): KeptColumns => {
  const all: Record<string, string> = { ...kept };
  for (const [header, text] of Object.entries(more)) keepApart(all, header, text);
  return all;
};

/** What a row says beyond its facts; rows of other sheets of projects and leads add to their project's own row. */
const keptBy = (
  ledger: Ledger,
  rows: readonly LedgerRow[],
  planned: readonly Planned[],
  main: LedgerRow | null,
): ProjectPlan['keptOf'] => {
  const bySource = new Map<LedgerRow, Planned[]>();
  for (const one of planned) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  const joins = (row: LedgerRow): boolean =>
    main !== null && row !== main && (row.kind === 'projects' || row.kind === 'leads');
  const own = (row: LedgerRow, leftOut: ReadonlySet<Planned>) => {
    const { columns } = ledger.sheetOf(row.place).layout;
    const left = new Set([...leftOut].map(({ command }) => command)); // a fact is numbered meanwhile, its command is the same
    const headerOf = (field: FieldName): string | null => columns.find((one) => one.field === field)?.header ?? null;
    return keptOf(
      row,
      (bySource.get(row) ?? []).filter(({ command }) => !left.has(command)),
      headerOf,
      joins(row) ? main : null,
    );
  };
  return (row, leftOut) => {
    if (joins(row)) return {};
    if (row !== main) return own(row, leftOut);
    return [main, ...rows.filter(joins)].reduce<KeptColumns>((kept, one) => bothOf(kept, own(one, leftOut)), {});
  };
};

/** Reads the rows of one plan from disk and makes their facts of them. */
export const assemble = (
  ledger: Ledger,
  { plans }: Judged,
  number: number,
  importId: string,
  today: IsoDate,
  settled: (row: LedgerRow) => boolean,
): ProjectPlan => {
  const rows = plans.rows(number).map(ledger.at);
  const main = plans.main(number) === null ? null : rows[0]!;
  const stored = plans.stored(number);
  const elsewhere = {
    signed: stored !== null || rows.some(({ days }) => days.signedOn !== undefined),
    contract:
      (stored?.signedOn ?? null) !== null ||
      rows.some(({ days, text }) => days.signedOn !== undefined && frameworkOf(text.agreementKind) === null),
  };
  const sum = summing(main?.money.contracted);
  const nameOf = arrivalNames(rows);
  const facts = rows.flatMap((row): readonly Planned[] => {
    if (row.kind === 'progress') return progressOf(row, today);
    sum(row);
    const { columns } = ledger.sheetOf(row.place).layout;
    const told = row.kind === 'arrivals' ? [] : factsOf(row, today, elsewhere);
    const hasCertified = columns.some(({ field }) => field === 'certified');
    return [...told, ...arrivalsOf(row, nameOf, hasCertified)];
  });
  const id = stored?.id ?? projectIdOf(importId, rows[0]!);
  const { steps, carried } = toldOnce(facts, settled);
  if (main !== null) for (const row of rows) sayAmount(row, main);
  const first = introduction(main, stored, facts, today, ledger.tellsProgress);
  const planned = numbered([...first, ...steps]);
  return {
    id,
    row: main,
    stored,
    rows,
    planned,
    keptOf: keptBy(ledger, rows, [...first, ...carried], stored === null ? main : null),
  };
};

/** What comes before the facts: the registration of a project, or who holds one that is stored already. Without a day of filing it was known by its earliest fact, also one from another sheet. */
const introduction = (
  main: LedgerRow | null,
  stored: Stored | null,
  facts: readonly Planned[],
  today: IsoDate,
  tellsProgress: boolean,
): readonly Planned[] => {
  if (main === null) return [];
  const adopted = { date: today, month: false };
  if (stored !== null) return ownerOf(main, adopted);
  const days = facts.filter(({ byImport }) => !byImport).map(({ on }) => on);
  return registrationOf(main, codeOf(main), knownOf(main, days) ?? adopted, tellsProgress ? null : today);
};
