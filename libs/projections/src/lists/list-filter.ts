import type { IsoDate } from '#domain';

/** What a list may ask of a row. Data, not code: a bureau's own lists are made of the same words as ours. */
export type Condition =
  | { readonly field: string; readonly is: string | boolean | readonly string[] }
  | { readonly field: string; readonly known: boolean }
  | { readonly field: string; readonly from?: string; readonly to?: string }
  | { readonly field: string; readonly contains: string }
  | { readonly colour: readonly string[] }
  | { readonly plannedSigning: 'next-month' }
  | { readonly any: readonly Condition[] };

/** Field of a list row → column. Only these may be asked for; a name never reaches SQL by itself. */
export const FIELDS: Readonly<
  Record<string, { readonly column: string; readonly type: 'text' | 'date' | 'boolean' | 'numeric' | 'texts' }>
> = {
  id: { column: 'project_id', type: 'text' },
  code: { column: 'code', type: 'text' },
  name: { column: 'title', type: 'text' },
  investor: { column: 'investor', type: 'text' },
  creditCode: { column: 'credit_code', type: 'text' },
  nationalCode: { column: 'national_code', type: 'text' },
  contractNo: { column: 'contract_no', type: 'text' },
  unit: { column: 'unit', type: 'text' },
  responsible: { column: 'leader', type: 'text' },
  steward: { column: 'steward', type: 'text' },
  region: { column: 'region', type: 'text' },
  origin: { column: 'origin', type: 'text' },
  industry: { column: 'industry', type: 'text' },
  chain: { column: 'chain', type: 'text' },
  phase: { column: 'phase', type: 'text' },
  isLead: { column: 'is_lead', type: 'boolean' },
  valuable: { column: 'valuable', type: 'boolean' },
  registeredOn: { column: 'registered_on', type: 'date' },
  openedOn: { column: 'opened_on', type: 'date' },
  large: { column: 'large', type: 'boolean' },
  framework: { column: 'framework', type: 'boolean' },
  signedOn: { column: 'signed_on', type: 'date' },
  signingYear: { column: `extract(year from signed_on)::integer::text`, type: 'text' },
  counts: { column: 'counts', type: 'boolean' },
  contracted: { column: 'contracted', type: 'numeric' },
  fixedAssets: { column: 'fixed_assets', type: 'numeric' },
  agreedStart: { column: 'agreed_start', type: 'date' },
  landMode: { column: 'land_mode', type: 'text' },
  startReportedOn: { column: 'start_reported_on', type: 'date' },
  startedOn: { column: 'start_on', type: 'date' },
  enteredOn: { column: 'entered_on', type: 'date' },
  fundsOn: { column: 'funds_on', type: 'date' },
  endedOn: { column: 'ended_on', type: 'date' },
  onHold: { column: 'on_hold', type: 'boolean' },
  progressOn: { column: 'progress_on', type: 'date' },
  nextDate: { column: 'next_date', type: 'date' },
  tags: { column: 'tags', type: 'texts' },
  warnings: { column: 'warnings', type: 'texts' },
};

export class UnknownField extends Error {
  override readonly name = 'UnknownField';
  constructor(readonly field: string) {
    super(`no list field "${field}"; there are: ${Object.keys(FIELDS).join(', ')}`);
  }
}

/** Collects the values of a statement: `value(x)` answers its placeholder. */
export interface Values {
  readonly list: unknown[];
  readonly value: (value: unknown) => string;
}
export const values = (): Values => {
  const list: unknown[] = [];
  return { list, value: (value) => `$${list.push(value)}` };
};

/** A row's colour on day `D` (a placeholder): the last crossing that has come; none for ended projects. */
export const colourOn = (
  day: string,
): string => `case when phase in ('dropped', 'terminated', 'completed', 'merged') then null
  when red_from <= ${day} then 'red' when orange_from <= ${day} then 'orange' when yellow_from <= ${day} then 'yellow' when blue_from <= ${day} then 'blue' else 'green' end`;

const fieldOf = (name: string) =>
  FIELDS[name] ??
  (() => {
    throw new UnknownField(name);
  })();

/** One condition as SQL over the columns of a project row. */
export const conditionSql = (condition: Condition, asOf: IsoDate, day: string, { value }: Values): string => {
  if ('any' in condition)
    return `(${condition.any.map((one) => conditionSql(one, asOf, day, { list: [], value })).join(' or ')})`;
  if ('colour' in condition) return `(${colourOn(day)}) = any(${value(condition.colour)}::text[])`;
  if ('plannedSigning' in condition) {
    const [year = 0, month = 0] = asOf.split('-').map(Number);
    return `planned_signing = ${value(month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`)}::text`;
  }
  const { column, type } = fieldOf(condition.field);
  if ('known' in condition) {
    if (type === 'texts') return `cardinality(${column}) ${condition.known ? '>' : '='} 0`;
    return `${column} is ${condition.known ? 'not ' : ''}null`;
  }
  if ('contains' in condition)
    return `${column}::text ilike ${value(`%${condition.contains.replace(/[\\%_]/g, '\\$&')}%`)}::text`;
  if ('is' in condition) {
    const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
    if (type === 'texts') return `${column} && ${value(wanted)}::text[]`;
    // A list's own constants are written out, so that the planner can choose a partial index for them.
    return `${column}::${type} in (${wanted.map((one) => `${value(String(one))}::${type}`).join(', ')})`;
  }
  return (
    [
      ...(condition.from === undefined ? [] : [`${column} >= ${value(condition.from)}::${type}`]),
      ...(condition.to === undefined ? [] : [`${column} <= ${value(condition.to)}::${type}`]),
    ].join(' and ') || 'true'
  );
};
