import type { Sentence } from '#domain';
import { clean } from '../cells/text.ts';
import { natureOf, type FieldName } from './field-names.ts';
import type { Holding } from './holds.ts';
import type { Mapped, Profiles } from './mapped.ts';
import { mostly, type Profile } from './values.ts';

/** By what the values of a field are known. */
const OWN: Readonly<Partial<Record<FieldName, Holding>>> = {
  name: 'project',
  investor: 'firm',
  foreignInvestor: 'firm',
  domesticInvestor: 'firm',
  projectCompany: 'firm',
  code: 'number',
  contractNo: 'number',
  voucher: 'number',
  creditCode: 'credit-code',
  contact: 'person',
  contactPhone: 'phone',
  filledPhone: 'phone',
  unit: 'unit',
  saidSigned: 'flag',
  saidStarted: 'flag',
  saidEntered: 'flag',
  saidEnded: 'flag',
  progress: 'sentence',
  contractedForeign: 'figure',
  registeredCapital: 'figure',
};
const ownOf = (field: FieldName): Holding | null => {
  const nature = natureOf(field);
  if (nature === 'day' || nature === 'plan') return 'day';
  return nature === 'money' ? 'figure' : (OWN[field] ?? null);
};

const NEVER: readonly Holding[] = ['day', 'phone', 'credit-code'];
/** What no value of a field is. Days and amounts are doubted cell by cell. */
const FOREIGN: Readonly<Partial<Record<FieldName, readonly Holding[]>>> = {
  name: [...NEVER, 'figure', 'number', 'flag', 'sentence', 'unit'],
  investor: [...NEVER, 'figure', 'number', 'flag', 'unit', 'project'],
  unit: [...NEVER, 'figure', 'flag', 'project'],
  leader: [...NEVER, 'figure', 'firm', 'project'],
  region: [...NEVER, 'figure', 'firm'],
  industry: [...NEVER, 'figure', 'firm'],
  code: ['day', 'phone', 'firm', 'project'],
  contractNo: [...NEVER, 'firm', 'project'],
  voucher: ['day', 'phone', 'firm', 'project'],
  contact: ['day', 'phone', 'figure'],
};

const NAMES: Readonly<Record<Holding, Sentence>> = {
  day: { zh: '日期', en: 'days' },
  phone: { zh: '电话', en: 'telephones' },
  'credit-code': { zh: '信用代码', en: 'credit codes' },
  figure: { zh: '数字', en: 'figures' },
  number: { zh: '编号', en: 'numbers' },
  firm: { zh: '企业名称', en: 'names of firms' },
  project: { zh: '项目名称', en: 'names of projects' },
  flag: { zh: '是或否', en: 'yes or no' },
  sentence: { zh: '进展文字', en: 'sentences' },
  person: { zh: '人名', en: 'names of persons' },
  unit: { zh: '单位名称', en: 'units of the organisation' },
};

const FEW = 5; // one in so many does not tell against the others
const holds = (profile: Profile | undefined, kind: Holding): boolean =>
  profile !== undefined && mostly(profile.holds.get(kind) ?? 0, profile);
const hardly = (profile: Profile | undefined, kind: Holding): boolean =>
  (profile?.holds.get(kind) ?? 0) * FEW <= (profile?.filled ?? 0);

const tells = ({ header }: Mapped, kind: Holding): Sentence => ({
  zh: `“${clean(header)}”列里是${NAMES[kind].zh}`,
  en: `"${clean(header)}" holds ${NAMES[kind].en}`,
});

/** Whether two columns hold each what the other's words ask for, and hardly any of their own. */
const exchanged = (one: Mapped, other: Mapped, profiles: Profiles): boolean => {
  const [own, others] = [ownOf(one.field), ownOf(other.field)];
  if (own === null || others === null) return false;
  const [here, there] = [profiles.get(one.column), profiles.get(other.column)];
  return holds(here, others) && holds(there, own) && hardly(here, own) && hardly(there, others);
};

/** A heading over the column of another: with its field and its unit. */
const under = (column: Mapped, { field, unit, unitFrom, units, weight }: Mapped, says: Sentence): Mapped => ({
  ...column,
  field,
  unit,
  unitFrom,
  units,
  weight,
  because: ['values'],
  misplaced: { why: 'columns-changed-places', says },
});

/** Where every project is named like a firm, and no investor is one, nor a person or a place. */
const isNoInvestor = ({ field, column }: Mapped, columns: readonly Mapped[], profiles: Profiles): Mapped | null => {
  const [name, own] = [columns.find((one) => one.field === 'name'), profiles.get(column)];
  if (field !== 'investor' || name === undefined || own === undefined) return null;
  const others = (own.holds.get('firm') ?? 0) + (own.holds.get('person') ?? 0) + own.places;
  return holds(profiles.get(name.column), 'firm') && own.filled > 1 && others === 0 ? name : null;
};

const doubted = (column: Mapped, columns: readonly Mapped[], profiles: Profiles): Mapped => {
  if (column.because.includes('values')) return column;
  const kind = (FOREIGN[column.field] ?? []).find((one) => holds(profiles.get(column.column), one));
  const why = column.field === 'name' ? 'columns-doubted' : 'column-doubted';
  if (kind !== undefined) return { ...column, misplaced: { why, says: tells(column, kind) } };
  const name = isNoInvestor(column, columns, profiles);
  return name === null ? column : { ...column, misplaced: { why, says: tells(name, 'firm') } };
};

/** Each two columns whose headings changed places, the other way round. */
const exchangedBack = (columns: readonly Mapped[], profiles: Profiles): readonly Mapped[] => {
  const placed = [...columns];
  for (const [at, one] of columns.entries()) {
    const to = columns.findIndex((other, index) => index > at && exchanged(one, other, profiles));
    const other = columns[to];
    if (other === undefined || placed[at] !== one || placed[to] !== other) continue;
    const [here, there] = [tells(one, ownOf(other.field)!), tells(other, ownOf(one.field)!)];
    const says = { zh: `${here.zh}，${there.zh}`, en: `${here.en}, ${there.en}.` };
    placed[at] = under(one, other, says);
    placed[to] = under(other, one, says);
  }
  return placed;
};

/**
 * The columns in the places that their values tell, where the words over two of them changed places; what holds the values of no such field is doubted. Where both are found, more than two columns were moved, and nothing is
 * exchanged: every row waits.
 */
export const inPlace = (columns: readonly Mapped[], profiles: Profiles): readonly Mapped[] => {
  const exchange = exchangedBack(columns, profiles);
  const doubt = (all: readonly Mapped[]): readonly Mapped[] =>
    all.map((one) => (one.misplaced === undefined ? doubted(one, all, profiles) : one));
  const placed = doubt(exchange);
  const reasons = new Set(placed.flatMap(({ misplaced }) => (misplaced === undefined ? [] : [misplaced.why])));
  if (!reasons.has('columns-changed-places') || reasons.size === 1) return placed;
  return doubt(columns).map((one) =>
    one.misplaced === undefined ? one : { ...one, misplaced: { ...one.misplaced, why: 'columns-doubted' } },
  );
};
