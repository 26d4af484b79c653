import { keptAmount } from '../money.ts';
import type { ProjectEventType } from './events.ts';

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
const amountsAsKept = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  inKeptAmounts(data) as Record<string, unknown>;

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

export const PROJECT_UPCASTERS = Object.fromEntries(WITH_MONEY.map((type) => [type, { 1: amountsAsKept }]));
