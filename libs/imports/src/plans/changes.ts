import {
  inBusinessOrder,
  PROJECT_COMMANDS,
  readCommand,
  sameMoney,
  type IsoDate,
  type Money,
  type Placed,
  type ProjectEventType,
} from '#domain';
import type { FieldName } from '../columns/field-names.ts';
import { plain } from '../judge/similarity.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { industryOf, intendedOf, investorOf, originOfRow } from './registration.ts';

/** What a ledger says otherwise than the log: a field of a recorded fact, old and new. */
export interface FieldChange {
  readonly field: FieldName; // of the ledger
  readonly cell?: string; // where it is not the field's own
  readonly target: number; // version of the fact
  readonly factField: string; // its own name for it, or "occurredOn"
  readonly from: unknown;
  readonly to: unknown;
  readonly shown: { readonly from: string; readonly to: string };
  readonly mayBeNew?: true; // what stands there may also be another thing beside the recorded one
}

type Value = string | Money | undefined;
interface Compared {
  readonly field: FieldName;
  readonly facts: readonly ProjectEventType[];
  readonly factField: string;
  readonly now: (row: LedgerRow) => Value;
  readonly month?: (row: LedgerRow) => boolean;
}

const KNOWN: readonly ProjectEventType[] = ['LeadRegistered', 'ProjectRecorded'];
const identity = (field: FieldName, factField: string, now: (row: LedgerRow) => Value): Compared => ({
  field,
  facts: KNOWN,
  factField,
  now,
});
const dated = (field: FieldName, facts: readonly ProjectEventType[]): Compared => ({
  field,
  facts,
  factField: 'occurredOn',
  now: ({ days }) => days[field]?.date,
  month: ({ days }) => days[field]?.month ?? false,
});
const signed = (field: FieldName, factField: string, now: (row: LedgerRow) => Value): Compared => ({
  field,
  facts: ['ContractSigned'],
  factField,
  now,
});

/** What is compared, in the order in which it is told. */
const COMPARED: readonly Compared[] = [
  identity('name', 'title', ({ text, byFirm }) => (byFirm ? undefined : text.name)),
  identity('investor', 'investor', investorOf),
  identity('creditCode', 'creditCode', ({ text }) => text.creditCode),
  identity('nationalCode', 'nationalCode', ({ text }) => text.nationalCode),
  identity('origin', 'originRegion', originOfRow),
  identity('region', 'hostRegion', ({ text }) => text.region),
  identity('industry', 'industry', industryOf),
  identity('chain', 'chain', ({ text }) => text.chain),
  identity('unit', 'unit', ({ text }) => text.unit),
  identity('intendedAmount', 'intendedAmount', intendedOf),
  signed('contractNo', 'number', ({ text }) => text.contractNo),
  dated('signedOn', ['ContractSigned']),
  signed('contracted', 'contracted', ({ money }) => money.contracted),
  signed('fixedAssets', 'fixedAssets', ({ money }) => money.fixedAssets),
  {
    ...signed('agreedStart', 'agreedStart', ({ days }) => days.agreedStart?.date),
    month: ({ days }) => days.agreedStart?.month ?? false,
  },
  dated('startOn', ['StartCertified']),
  dated('enteredOn', ['StatisticsEntered']),
  dated('endedOn', ['ProjectTerminated']),
  dated('droppedOn', ['LeadDropped']),
];

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amount' in value;
export const worded = (value: unknown): string =>
  value === undefined || value === null
    ? '—'
    : isMoney(value)
      ? `${value.amount} ${value.currency}`
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);

const alike = (a: unknown, b: unknown, month: boolean): boolean => {
  if (isMoney(a) && isMoney(b)) return sameMoney(a, b);
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  return month ? a.slice(0, 7) === b.slice(0, 7) : plain(a) === plain(b);
};

/** Values that the log holds for this field since: as first written, amended, renamed or handed over. Each of them is no change. */
const sinceThen = (history: readonly Placed[], { field }: Compared): readonly unknown[] =>
  history.flatMap((event): readonly unknown[] => {
    if (event.type === 'ContractAmended')
      return field === 'contracted'
        ? [event.data.contractedTo]
        : field === 'agreedStart'
          ? [event.data.agreedStartTo]
          : [];
    if (event.type === 'ProjectRenamed') return field === 'name' ? [event.data.from, event.data.to] : [];
    if (field !== 'unit') return [];
    if (event.type === 'TransferAccepted') return [event.data.fromUnit, event.data.toUnit];
    return event.type === 'OwnerAssigned'
      ? [event.data.unit]
      : event.type === 'NegotiationOpened'
        ? [event.data.owner]
        : [];
  });

/** What the row says otherwise than the project's standing facts; a blank cell says nothing, and a fact not yet recorded is new, no change. */
export const changesOf = (row: LedgerRow, history: readonly Placed[]): readonly FieldChange[] => {
  const standing = inBusinessOrder(history);
  return COMPARED.flatMap((compared): readonly FieldChange[] => {
    const to = compared.now(row);
    const fact = standing.find(({ type }) => compared.facts.includes(type));
    if (to === undefined || fact === undefined) return [];
    const { factField, field } = compared;
    const from: unknown =
      factField === 'occurredOn' ? fact.occurredOn : (fact.data as Record<string, unknown>)[factField];
    const month = compared.month?.(row) ?? false;
    if (alike(from, to, month) || sinceThen(standing, compared).some((value) => alike(value, to, month))) return [];
    const shown = { from: worded(from), to: worded(to) };
    return [{ field, target: fact.version, factField, from: from ?? null, to, shown }];
  });
};

/** The correction that a person's decision makes of a change: the fact as the ledger says it was. It passes the same rules as one made on the page. */
export const correctionOf = (
  { target, factField: field, from, to }: FieldChange,
  occurredOn: IsoDate,
  by: { readonly reason: string; readonly approver: string },
) => readCommand(PROJECT_COMMANDS.CorrectFact, { target, field, from, to, occurredOn, ...by });
