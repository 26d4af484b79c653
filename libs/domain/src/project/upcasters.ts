import { keptAmount } from '../money.ts';
import { NOTICE_UPCASTERS } from '../notice/upcasters.ts';
import type { ProjectEventType } from './events.ts';

/** Reads the data of `type` at `version` as that of `version + 1`. */
type Upcaster = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Amounts as keptAmount writes them, however deep they stand; text that is no amount stays as it is. */
const inKeptAmounts = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inKeptAmounts);
  const { amount, currency } = value as { readonly amount?: unknown; readonly currency?: unknown };
  if (typeof amount === 'string' && typeof currency === 'string')
    return { ...value, amount: keptAmount(amount) ?? amount };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inKeptAmounts(one)]));
};

/** Until 0.2.0 an amount was kept as it was written: "1000" beside "1000.00". */
const amountsAsKept: Upcaster = (data) => inKeptAmounts(data) as Record<string, unknown>;

const WITH_MONEY = [
  'LeadRegistered',
  'ProjectRecorded',
  'JointReviewHeld',
  'FrameworkAgreed',
  'ContractSigned',
  'ContractAmended',
  'StatisticsEntered',
  'ArrivalReported',
  'ProjectTerminated',
  'ProjectSplit',
  'ProjectSplitOff',
  'ProjectsMerged',
  'FactCorrected',
] as const satisfies readonly ProjectEventType[];

/** Today's schema version of each event. Raise it here, and say below how an older one is read; the log itself is never rewritten. */
const SCHEMA_VERSIONS: Partial<Record<ProjectEventType, number>> = Object.fromEntries(
  WITH_MONEY.map((type) => [type, 2]),
);
export const schemaVersionOf = (type: ProjectEventType): number => SCHEMA_VERSIONS[type] ?? 1;

/** One entry an old version: `UPCASTERS.LeadRegistered[1]` reads version 1 as version 2. */
export const UPCASTERS: Partial<Record<string, Readonly<Record<number, Upcaster>>>> = {
  ...Object.fromEntries(WITH_MONEY.map((type) => [type, { 1: amountsAsKept }])),
  ...NOTICE_UPCASTERS,
};

/** Data of any stored version as today's version of that event. */
export const upcast = (
  type: string,
  version: number,
  data: Readonly<Record<string, unknown>>,
  upcasters = UPCASTERS,
): { readonly version: number; readonly data: Readonly<Record<string, unknown>> } => {
  const step = upcasters[type]?.[version];
  return step === undefined ? { version, data } : upcast(type, version + 1, step(data), upcasters);
};
