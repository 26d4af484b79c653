import type { Identity } from './events.ts';

/** What a project's first record says of what it is, in the order of its form; all of it can be corrected. */
export const IDENTITY_FIELDS = [
  'code',
  'title',
  'investor',
  'creditCode',
  'nationalCode',
  'sourceChannel',
  'referrer',
  'intendedAmount',
  'industry',
  'chain',
  'originRegion',
  'hostRegion',
  'unit',
  'tags',
] as const satisfies readonly (keyof Identity)[];
