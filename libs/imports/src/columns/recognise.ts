import type { FieldName, SheetKind } from './field-names.ts';
import { normalised, type Header } from './headers.ts';
import { matchColumns, speaks } from './match.ts';
import type { Mapped, Profiles } from './mapped.ts';
import { mostly } from './values.ts';

type Has = (...fields: FieldName[]) => boolean;

const ARRIVED = [
  'amount',
  'amountDomestic',
  'amountOverseas',
  'amountOutOfProvince',
  'amountOutOfCity',
  'amountOutOfDistrict',
  'amountLocal',
] as const;

/** What a sheet of each kind must have, or it is none. */
const REQUIRED: Record<Exclude<SheetKind, 'notes' | 'targets'>, (has: Has) => boolean> = {
  projects: (has) =>
    (has('name', 'code') &&
      has(
        'signedOn',
        'contracted',
        'contractedForeign',
        'contractNo',
        'startOn',
        'agreedStart',
        'openedOn',
        'agreementKind',
        'fixedAssets',
        'enteredOn',
        'completedOn',
        'productionOn',
        'endedOn',
      )) ||
    (has('name') &&
      has('investor', 'foreignInvestor') &&
      has('unit', 'region', 'progress', 'industry', 'leader', 'plannedStart', 'plannedSigning', 'landedOn')),
  arrivals: (has) =>
    has(...ARRIVED) &&
    has('arrivedOn', 'voucher') &&
    has('code', 'name', 'contractNo', 'nationalCode', 'investor', 'projectCompany') &&
    !has('signedOn'),
  progress: (has) =>
    has('progress') &&
    has('code', 'name', 'contractNo') &&
    !has('signedOn', 'contracted') &&
    (has('progressOn') || !has('investor', 'foreignInvestor', 'intendedAmount', 'receivedOn', 'sourceChannel')),
  leads: (has) =>
    has('name') &&
    has('receivedOn', 'acknowledgedOn', 'screenedOn', 'screenResult', 'sourceChannel', 'intendedAmount', 'openedOn') &&
    !has('signedOn', 'contractNo', 'contracted'),
};
const KINDS = ['projects', 'leads', 'arrivals', 'progress'] as const;

/** What a sheet still lacks to be understood: said where it holds rows that nobody could read. */
export const MISSING: Readonly<Record<(typeof KINDS)[number], readonly FieldName[]>> = {
  projects: ['name', 'contracted', 'signedOn'],
  leads: ['name', 'receivedOn'],
  arrivals: ['name', 'arrivedOn', 'amount'],
  progress: ['name', 'progressOn', 'progress'],
};

export interface Recognised {
  readonly kind: SheetKind;
  readonly columns: readonly Mapped[];
  readonly score: number;
}

/** A contract that is told in foreign money only is the contract. */
const onlyForeign = (columns: readonly Mapped[]): readonly Mapped[] =>
  columns.some(({ field }) => field === 'contracted')
    ? columns
    : columns.map((one) => (one.field === 'contractedForeign' ? { ...one, field: 'contracted' as const } : one));

/** 联系电话 beside a contact of the firm is the firm's; where somebody fills the form in, it is his. */
const ofTheFirm = (columns: readonly Mapped[]): readonly Mapped[] => {
  const has = (field: FieldName): boolean => columns.some((one) => one.field === field);
  if (!has('contact') || has('filledBy') || has('contactPhone')) return columns;
  return columns.map((one) => (one.field === 'filledPhone' ? { ...one, field: 'contactPhone' as const } : one));
};

const OF_A_PARTY = /投资|企业|客商|来源|外方|中方/;
/** 地市 in a province's list is where a project stands, unless the words over it, or a province beside it, tell of the investor. */
const ofTheProject = (columns: readonly Mapped[], headers: readonly Header[]): readonly Mapped[] => {
  const has = (...any: FieldName[]): boolean => columns.some(({ field }) => any.includes(field));
  const city = columns.find(({ field }) => field === 'originCity');
  const over = headers.find(({ column }) => column === city?.column)?.path ?? [];
  if (city === undefined || has('originProvince', 'originCountry') || over.some((text) => OF_A_PARTY.test(text)))
    return columns;
  if (has('region')) return columns.filter((one) => one !== city); // its county tells more: kept as written
  return columns.map((one) => (one === city ? { ...one, field: 'region' as const } : one));
};

/** 所在地 right behind the firm of a lead is where the firm is, unless it holds the bureau's own regions. */
const ofTheFirmBefore = (
  columns: readonly Mapped[],
  kind: SheetKind,
  profiles: Profiles | undefined,
): readonly Mapped[] =>
  columns.map((one, index) => {
    const profile = profiles?.get(one.column);
    const besideFirm = one.field === 'region' && columns[index - 1]?.field === 'investor';
    const ours = profile !== undefined && mostly(profile.regions, profile);
    return kind === 'leads' && besideFirm && !ours && /^所在(地区?|省市?|城市|区域)$/.test(normalised(one.header))
      ? { ...one, field: 'origin' as const }
      : one;
  });

const PARTIES: readonly FieldName[] = ['investor', 'foreignInvestor', 'domesticInvestor'];
/** Where no column names who invests, whoever builds is the party: 建设单位 of a list of key projects. */
const builderInvests = (columns: readonly Mapped[]): readonly Mapped[] =>
  columns.some(({ field }) => PARTIES.includes(field))
    ? columns
    : columns.map((one) => (one.field === 'projectCompany' ? { ...one, field: 'investor' as const } : one));

/**
 * A form of foreign capital names firms, what they contracted and what came of it: each firm is a project. `arrives`: the table tells what arrived; `contracted`: and under a group what was contracted.
 */
export const firmsAsProjects = (
  columns: readonly Mapped[],
  arrives: boolean,
  contracted = false,
): readonly Mapped[] => {
  const has = (...any: FieldName[]): boolean => columns.some(({ field }) => any.includes(field));
  const firm =
    columns.find(({ field }) => field === 'investor') ?? columns.find(({ field }) => field === 'projectCompany');
  const isForm =
    (contracted || has('contracted', 'contractedForeign')) &&
    (arrives || has('signedOn', 'arrivedToDate', 'arrivedThisMonth'));
  if (firm === undefined || !isForm || has('name', 'code')) return columns;
  return columns.map((one) => (one === firm ? { ...one, field: 'name' as const, firm: true as const } : one));
};

const SURE = 9; // 意向投资额, never a bare 投资额
/** A list of leads may name each by its firm alone: 企业名称, 意向投资额. */
const firmsAsLeads = (columns: readonly Mapped[]): readonly Mapped[] => {
  const has = (...any: FieldName[]): boolean => columns.some(({ field }) => any.includes(field));
  const firm = columns.find(({ field }) => field === 'investor');
  const isLead =
    has('receivedOn', 'acknowledgedOn', 'screenedOn', 'screenResult', 'openedOn') ||
    columns.some(({ field, weight }) => field === 'intendedAmount' && weight >= SURE);
  if (firm === undefined || !isLead || has('name', 'code', 'startOn', 'agreedStart')) return columns;
  return columns.map((one) => (one === firm ? { ...one, field: 'name' as const, firm: true as const } : one));
};

/** A ledger of projects may tell single arrivals beside them, each with its day: 到账日期, 到账金额. What came on a day is no sum so far. */
const withArrivals = (
  columns: readonly Mapped[],
  headers: readonly Header[],
  profiles: Profiles | undefined,
): readonly Mapped[] => {
  const day = matchColumns(headers, 'arrivals', profiles).find(
    ({ field, weight }) => field === 'arrivedOn' && weight >= 9,
  );
  const sum = columns.find(({ field, header }) => field === 'arrivedToDate' && !/累计|总|合计|注册/.test(header));
  const taken = columns.some(({ column, field }) => column === day?.column && field !== 'progressOn');
  if (day === undefined || sum === undefined || taken) return columns;
  const others = columns.filter(({ column }) => column !== day.column);
  return [...others.map((one) => (one === sum ? { ...one, field: 'amount' as const } : one)), day].sort(
    (a, b) => a.column - b.column,
  );
};

/** A list of single arrivals; a form that tells what each firm is to invest, and no voucher, is none. */
const isListOfArrivals = (headers: readonly Header[], profiles: Profiles | undefined): boolean => {
  const has = (kind: SheetKind, ...any: FieldName[]): boolean =>
    matchColumns(headers, kind, profiles).some(({ field }) => any.includes(field));
  return (
    has('arrivals', 'arrivedOn') && (has('arrivals', 'voucher') || !has('projects', 'contracted', 'registeredCapital'))
  );
};

const SILENT = 2; // a column whose own header says nothing counts against the row that is taken for a header

/** The kind of sheet that these headers make, and its columns: the kind that explains most of them. `notes` where they make none. */
export const recognise = (headers: readonly Header[], profiles?: Profiles, only?: SheetKind): Recognised => {
  let best: Recognised = { kind: 'notes', columns: [], score: 0 };
  const dated = isListOfArrivals(headers, profiles);
  for (const kind of KINDS) {
    if (only !== undefined && kind !== only) continue;
    const named = ofTheFirmBefore(onlyForeign(matchColumns(headers, kind, profiles)), kind, profiles);
    const plain = builderInvests(ofTheProject(ofTheFirm(named), headers));
    const byFirms = kind === 'leads' ? firmsAsLeads(plain) : plain;
    const columns = kind === 'projects' && !dated ? firmsAsProjects(plain, false) : byFirms;
    const fields = new Set(columns.map(({ field }) => field));
    if (!REQUIRED[kind]((...any) => any.some((field) => fields.has(field)))) continue;
    const silent = columns.filter(
      ({ column }) =>
        !speaks(
          headers.find((one) => one.column === column)!,
          kind,
        ),
    ).length;
    const score = columns.reduce((sum, { weight }) => sum + weight, 0) - silent * SILENT;
    if (score > best.score) best = { kind, columns, score };
  }
  return best.kind === 'projects' ? { ...best, columns: withArrivals(best.columns, headers, profiles) } : best;
};

/** What a person mapped is a table: of projects, where nothing says otherwise. */
export const tableKind = (kind: SheetKind): SheetKind => (kind === 'notes' ? 'projects' : kind);

/** The columns that words and values tell of in a table whose kind a person told: they need not be enough to know it by. */
export const columnsAs = (kind: SheetKind, headers: readonly Header[], profiles?: Profiles): readonly Mapped[] =>
  kind === 'notes' || kind === 'targets'
    ? []
    : builderInvests(ofTheProject(onlyForeign(matchColumns(headers, kind, profiles)), headers));
