import { createHash } from 'node:crypto';
import { v5 as uuid } from 'uuid';
import { compareMoney, addMoney, type IsoDate, type Money } from '#domain';
import { checkMagnitudes, checkProject, checkSimilar, knownOf, precedes } from './checks.ts';
import { arrivalOf, factsOf, progressOf, registrationOf, type Planned } from './commands-of.ts';
import { finding, verdictOf, type FindingCode } from './findings.ts';
import { layoutOf, type Layout, type SavedMapping } from './layout.ts';
import { recordOf, type LedgerRow } from './ledger-row.ts';
import { dataRows, type DataRows } from './rows.ts';
import type { Stored, StoredProjects } from './stored.ts';
import type { Row, Sheet } from './workbook.ts';

const NAMESPACE = '5f0a7c1e-6c0b-4b52-9b0b-7d1f6c1d2e90'; // any fixed one: the same row of the same file is the same project for ever

/** What an import means to do with one project: its facts in order, from every sheet. */
export interface ProjectPlan {
  readonly id: string;
  readonly row: LedgerRow | null; // the row that tells of it; null where only other sheets do, of a project already stored
  readonly stored: Stored | null;
  readonly planned: Planned[];
}

export interface AnalysedSheet { readonly sheet: Sheet; readonly layout: Layout; readonly rows: readonly LedgerRow[]; readonly counted: DataRows }
export interface Analysis { readonly sheets: readonly AnalysedSheet[]; readonly plans: readonly ProjectPlan[]; readonly planOf: ReadonlyMap<LedgerRow, ProjectPlan>; readonly unknownUnits: readonly string[] }

export interface Known { readonly regions: readonly string[]; readonly regionKinds: boolean; readonly units: ReadonlySet<string> }

export const importIdOf = (sha256: string): string => uuid(`file:${sha256}`, NAMESPACE);
const projectIdOf = (importId: string, row: LedgerRow): string => uuid(`${importId}:${row.sheet}:${row.row}`, NAMESPACE);
export const commandIdOf = (importId: string, projectId: string): string => uuid(`${importId}:${projectId}`, NAMESPACE);

/** A code for a project whose ledger gives none: the same row content gives the same code. */
const givenCode = ({ text, days }: LedgerRow): string =>
  `LD${(days.signedOn ?? days.openedOn ?? days.receivedOn)?.date.slice(0, 4) ?? '0000'}-${createHash('sha256').update(`${text.name}|${text.investor ?? ''}|${text.contractNo ?? ''}`).digest('hex').slice(0, 8)}`;

const isMain = ({ kind }: LedgerRow): boolean => kind === 'projects' || kind === 'leads';
const pair = (row: LedgerRow): string | null => (row.text.name !== undefined && row.text.investor !== undefined ? `${row.text.name}\n${row.text.investor}` : null);
const say = (row: LedgerRow, code: FindingCode, field: Parameters<LedgerRow['cellOf']>[0], more?: { zh: string; en: string }): void => {
  row.findings.push(finding(code, field, row.cellOf(field), row.text[field] ?? null, more));
};

/** Regions are checked once the installation knows any: a node of a region kind, or a node that this file's own rows name. */
const regionsToCheck = (known: Known, rows: readonly LedgerRow[]): readonly string[] | null => {
  const names = new Set(known.regions);
  const used = known.regionKinds || rows.some(({ text }) => text.region !== undefined && names.has(text.region));
  return used && names.size > 0 ? known.regions : null;
};

class Seen {
  private readonly codes = new Map<string, LedgerRow>();
  private readonly contracts = new Map<string, LedgerRow>();
  private readonly nationals = new Map<string, LedgerRow>();
  private readonly pairs = new Map<string, LedgerRow>();
  private readonly investors = new Map<string, LedgerRow[]>();
  private readonly names = new Map<string, LedgerRow[]>();

  /** The sound row of another sheet that tells of the same project. */
  sameProject(row: LedgerRow): LedgerRow | null {
    const other = row.text.code === undefined ? null : this.codes.get(row.text.code) ?? null;
    if (other !== null) return other.sheet !== row.sheet && other.text.name === row.text.name ? other : null;
    const key = pair(row);
    const twin = row.text.code === undefined && key !== null ? this.pairs.get(key) : undefined;
    return twin !== undefined && twin.sheet !== row.sheet ? twin : null;
  }
  /** Whether the row claims what an earlier sound row already holds: a person must decide. */
  hold(row: LedgerRow): void {
    const { code, contractNo, nationalCode } = row.text;
    const told = (other: LedgerRow) => ({ zh: `第 ${other.row} 行“${other.text.name}”`, en: `row ${other.row} "${other.text.name}".` });
    const key = pair(row);
    const [byCode, byContract, byNational, byPair] = [code && this.codes.get(code), contractNo && this.contracts.get(contractNo), nationalCode && this.nationals.get(nationalCode), key && this.pairs.get(key)];
    if (byContract) say(row, 'contract-number-used', 'contractNo', told(byContract));
    if (byNational) say(row, 'national-code-used', 'nationalCode', told(byNational));
    if (byPair) say(row, 'same-project', 'name', told(byPair));
    if (byCode) say(row, 'code-used', 'code', told(byCode));
  }
  similarTo(row: LedgerRow): readonly LedgerRow[] { return row.text.investor === undefined ? [] : this.investors.get(row.text.investor) ?? []; }
  add(row: LedgerRow, code: string): void {
    this.codes.set(code, row);
    if (row.text.contractNo !== undefined) this.contracts.set(row.text.contractNo, row);
    if (row.text.nationalCode !== undefined) this.nationals.set(row.text.nationalCode, row);
    const key = pair(row);
    if (key !== null) this.pairs.set(key, row);
    if (row.text.investor !== undefined) this.investors.set(row.text.investor, [...(this.investors.get(row.text.investor) ?? []), row]);
    this.names.set(row.text.name!, [...(this.names.get(row.text.name!) ?? []), row]);
  }
  named(name: string): readonly LedgerRow[] { return this.names.get(name) ?? []; }
}

/** The stored project that a row tells of; holds the row where it only shares a number or a name with one. */
const storedOf = (row: LedgerRow, candidates: readonly Stored[], id: string): Stored | null => {
  const { code, name, investor, contractNo, nationalCode } = row.text;
  const told = (other: Stored) => ({ zh: `“${other.name}”（${other.code}）`, en: `"${other.name}" (${other.code}).` });
  const own = candidates.find((one) => one.id === id);
  if (own) return own; // this very row, from a run that was cut short
  const same = candidates.find((one) => (code !== undefined ? one.code === code && one.name === name : one.name === name && (one.investor ?? undefined) === investor));
  if (same) return same;
  for (const other of candidates) {
    if (contractNo !== undefined && other.contractNo === contractNo) { say(row, 'contract-number-used', 'contractNo', told(other)); return null; }
    if (nationalCode !== undefined && other.nationalCode === nationalCode) { say(row, 'national-code-used', 'nationalCode', told(other)); return null; }
    if (code !== undefined && other.code === code) { say(row, 'code-used', 'code', told(other)); return null; }
    if (other.name === name && investor !== undefined && other.investor === investor) { say(row, 'same-project', 'name', told(other)); return null; }
  }
  return null;
};

const keysOf = ({ text }: LedgerRow) => ({ code: text.code ?? null, nationalCode: text.nationalCode ?? null, contractNo: text.contractNo ?? null, name: text.name ?? null });

/** Only rows that may go back to the bureau keep their cells: a ledger of 50,000 sound rows would hold its memory twice. */
const forgetCells = (analysed: readonly AnalysedSheet[]): void => {
  for (const { sheet, rows } of analysed) {
    const needed = new Set(rows.flatMap(({ row, findings }) => (findings.length > 0 ? [row] : [])));
    const kept = sheet.rows.filter(({ number }, index) => index < 30 || needed.has(number));
    const held = sheet.rows as Row[];
    held.length = 0;
    for (const row of kept) held.push(row);
  }
};

/** Reads every row of the workbook as what it means, finds what is wrong or odd, and plans each project's facts. Writes nothing. */
export const analyse = async (sheets: readonly Sheet[], importId: string, today: IsoDate, known: Known, stored: StoredProjects, mapping: SavedMapping | null): Promise<Analysis> => {
  const analysed = sheets.map((sheet): AnalysedSheet => {
    const layout = layoutOf(sheet, mapping);
    const counted = dataRows(sheet, layout);
    return { sheet, layout, counted, rows: layout.kind === 'notes' ? [] : counted.data.map((row) => recordOf(sheet, layout, row, today)) };
  });
  const all = analysed.flatMap(({ rows }) => rows);
  const mains = all.filter(isMain);
  const regions = regionsToCheck(known, mains);
  for (const row of mains) checkProject(row, regions);
  for (const { rows, layout } of analysed) for (const field of layout.kind === 'leads' ? ['intendedAmount'] as const : ['contracted', 'amount'] as const) checkMagnitudes(rows, field);

  const others = all.filter((row) => row.kind === 'arrivals' || row.kind === 'progress');
  const candidates = await stored.find([...mains, ...others].map(keysOf));
  const seen = new Seen();
  const planOf = new Map<LedgerRow, ProjectPlan>();
  const plans = new Map<string, ProjectPlan>();
  const planFor = (id: string, row: LedgerRow | null, found: Stored | null): ProjectPlan => {
    const plan = plans.get(id) ?? { id, row, stored: found, planned: [] };
    plans.set(id, plan);
    return plan;
  };
  const unsound = new Map<string, 'reject' | 'held'>(); // by code or name, of rows that are not stored

  for (const row of mains) {
    const twin = verdictOf(row.findings) === 'reject' ? null : seen.sameProject(row);
    if (twin === null && verdictOf(row.findings) !== 'reject') seen.hold(row);
    const id = projectIdOf(importId, row);
    const found = twin === null && verdictOf(row.findings) !== 'reject' && verdictOf(row.findings) !== 'held' ? storedOf(row, candidates.of(keysOf(row)), id) : null;
    const verdict = verdictOf(row.findings);
    if (verdict === 'reject' || verdict === 'held') {
      for (const key of [row.text.code, row.text.name]) if (key !== undefined && !unsound.has(key)) unsound.set(key, verdict);
      continue;
    }
    if (twin !== null) {
      const plan = planOf.get(twin)!;
      plan.planned.push(...factsOf(row));
      planOf.set(row, plan);
      continue;
    }
    if (found === null) checkSimilar(row, seen.similarTo(row));
    seen.add(row, row.text.code ?? givenCode(row));
    const plan = planFor(found?.id ?? id, row, found);
    plan.planned.push(...factsOf(row));
    planOf.set(row, plan);
  }

  const vouchers = new Map<string, LedgerRow>();
  const byPlan = new Map<ProjectPlan, Money>();
  const byCode = new Map([...planOf].flatMap(([row, plan]) => (row.text.code === undefined ? [] : [[row.text.code, plan] as const])));
  for (const row of others) {
    const { code, name, contractNo } = row.text;
    const arrival = row.kind === 'arrivals';
    if (arrival && row.days.arrivedOn === undefined && !row.findings.some(({ field }) => field === 'arrivedOn')) say(row, 'date-missing', 'arrivedOn');
    if (arrival && (row.money.amount === undefined || Number(row.money.amount.amount) === 0) && !row.findings.some(({ field }) => field === 'amount')) say(row, 'amount-missing', 'amount');
    if (!arrival && row.days.progressOn === undefined && !row.findings.some(({ field }) => field === 'progressOn')) say(row, 'date-missing', 'progressOn');
    if (!arrival && row.text.progress === undefined) continue; // a line that says nothing changes nothing
    const key = code !== undefined ? 'code' : 'name';
    const named = name === undefined ? [] : seen.named(name);
    const inFile = (code === undefined ? undefined : byCode.get(code)) ?? (code === undefined && named.length === 1 ? planOf.get(named[0]!) : undefined)
      ?? (contractNo === undefined ? undefined : [...planOf.values()].find((plan) => plan.row?.text.contractNo === contractNo));
    const matches = inFile === undefined ? candidates.of(keysOf(row)).filter((one) => (code !== undefined ? one.code === code : name !== undefined ? one.name === name : one.contractNo === contractNo)) : [];
    const told = code ?? name;
    const other = told === undefined ? undefined : unsound.get(told);
    if (code === undefined && named.length > 1) say(row, 'project-ambiguous', 'name');
    else if (inFile === undefined && matches.length > 1) say(row, 'project-ambiguous', key);
    else if (inFile === undefined && matches.length === 0) say(row, other === 'reject' ? 'project-rejected' : other === 'held' ? 'project-held' : 'project-unknown', key);
    if (verdictOf(row.findings) === 'reject' || verdictOf(row.findings) === 'held') continue;
    const plan = inFile ?? planFor(matches[0]!.id, null, matches[0]!);
    if (!arrival) { plan.planned.push(...progressOf(row)); planOf.set(row, plan); continue; }

    const main = plan.row;
    const certified = arrivalOf(row, '', layoutHas(analysed, row, 'certified')).length === 2;
    if (main !== null && plan.stored === null && certified && precedes(row.days.arrivedOn!.date, main)) { say(row, 'arrival-before-project', 'arrivedOn'); continue; }
    const voucher = row.text.voucher;
    const used = voucher === undefined ? undefined : vouchers.get(voucher);
    if (used !== undefined) say(row, 'voucher-used', 'voucher', { zh: `第 ${used.row} 行`, en: `row ${used.row}.` });
    else if (voucher !== undefined) vouchers.set(voucher, row);
    const total = byPlan.get(plan);
    const sum = total === undefined || total.currency !== row.money.amount!.currency ? row.money.amount! : addMoney(total, row.money.amount!);
    byPlan.set(plan, sum);
    const contracted = main?.money.contracted;
    if (contracted !== undefined && contracted.currency === sum.currency && compareMoney(sum, contracted) > 0) say(row, 'arrivals-above-contract', 'amount');
    const id = voucher === undefined ? `${row.days.arrivedOn!.date}-${row.money.amount!.amount}-${row.sheet}-${row.row}` : used === undefined ? voucher : `${voucher}-${row.row}`;
    plan.planned.push(...arrivalOf(row, id.slice(0, 100), layoutHas(analysed, row, 'certified')));
    planOf.set(row, plan);
  }

  for (const plan of plans.values()) if (plan.row !== null && plan.stored === null) {
    const since = knownOf(plan.row, plan.planned.map(({ on }) => on)) ?? { date: today, month: false };
    // Without a day of filing the project was known by its earliest fact, also one from another sheet.
    const filed = plan.row.days.knownOn ?? plan.row.days.receivedOn;
    const earliest = filed ?? since;
    plan.planned.unshift(...registrationOf(plan.row, plan.row.text.code ?? givenCode(plan.row), earliest));
  }
  forgetCells(analysed);
  const unknownUnits = [...new Set(mains.flatMap(({ text }) => (text.unit === undefined || known.units.has(text.unit) ? [] : [text.unit])))];
  return { sheets: analysed, plans: [...plans.values()], planOf, unknownUnits };
};

const layoutHas = (analysed: readonly AnalysedSheet[], row: LedgerRow, field: string): boolean =>
  analysed.find(({ sheet }) => sheet.name === row.sheet)!.layout.columns.some((column) => column.field === field);
