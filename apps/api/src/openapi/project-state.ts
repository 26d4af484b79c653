import { CLOCK_NAMES, IDENTITY_FIELDS, PHASES, type KnownProject } from '#domain';
import { person } from './answer-parts.ts';
import { count, day, flag, listOf, mapOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const dated = (fields: Readonly<Record<string, Schema>> = {}): Schema =>
  orNull(object({ on: day, version: count, ...fields }));
const money = ref('Money');

const arrival = object({
  on: day,
  version: count,
  id: text,
  amount: money,
  kind: text,
  origin: orNull(text),
  voucher: orNull(text),
  certified: dated(),
  reversed: dated(),
});

const contract = dated({
  number: orNull(text),
  original: money,
  contracted: money,
  fixedAssets: orNull(money),
  agreedStart: dated({ date: day }),
  landMode: orNull(text),
  fundingSchedule: listOf(object({ due: day, amount: money })),
  filingNumber: orNull(text),
  counts: flag,
});

const SAID: readonly string[] = [...IDENTITY_FIELDS, 'progressKnownFrom'];

const FIELDS: Readonly<Record<keyof KnownProject, Schema>> = {
  phase: oneOf(...PHASES),
  code: text,
  title: text,
  investor: text,
  creditCode: text,
  nationalCode: text,
  sourceChannel: text,
  referrer: text,
  intendedAmount: money,
  industry: text,
  chain: text,
  originRegion: text,
  hostRegion: text,
  progressKnownFrom: day,
  registered: object({ on: day, version: count }),
  isLead: flag,
  acknowledged: dated(),
  screened: dated({ valuable: flag }),
  fedBack: dated(),
  claim: dated({ unit: text, decided: dated({ granted: flag, until: orNull(day) }) }),
  duplicates: mapOf(oneOf('open', 'same', 'different')),
  negotiation: dated({ class: text }),
  extension: dated({ until: day }),
  progress: dated({ text, nextStep: orNull(text), nextDate: orNull(day) }),
  preReviewSubmitted: dated(),
  opinions: mapOf(text),
  preReview: dated({ result: text, meeting: orNull(text) }),
  jointReview: dated({ meeting: text }),
  plannedSigning: orNull(text),
  framework: dated({ kind: text, amount: orNull(money) }),
  contract,
  ceremony: dated(),
  milestones: mapOf(object({ on: day, version: count })),
  plannedStart: orNull(day),
  startReported: dated(),
  startRejected: dated(),
  startCertified: dated(),
  startException: orNull(text),
  statisticsEntered: dated(),
  arrivals: listOf(arrival),
  production: dated(),
  holds: listOf(object({ on: day, version: count, reason: text, expectedEnd: orNull(day), resumed: dated() })),
  excuses: listOf(object({ on: day, version: count, clock: oneOf(...CLOCK_NAMES), until: day, reason: text })),
  end: dated({ phase: oneOf(...PHASES), reason: orNull(text), kind: orNull(text) }),
  reactivated: dated(),
  restarts: mapOf(object({ on: day, version: count })),
  parent: orNull(text),
  splitInto: listOf(text),
  absorbed: listOf(text),
  owner: object({ unit: orNull(text), leader: orNull(person), steward: orNull(person), liaisons: listOf(person) }),
  transfer: dated({ toUnit: text }),
  handedOver: dated(),
  credit: listOf(object({ unit: text, percent: text })),
  tags: listOf(text),
  extra: mapOf(text),
};

const ALWAYS = ['code', 'title', 'tags'];
/** Whether a field stands in a project only where a fact said it. */
const isSaid = (name: string): boolean => SAID.includes(name) && !ALWAYS.includes(name);

/** A project as its facts make it: every field of the aggregate's own state, and no other. */
export const PROJECT_STATE: Schema = object(
  Object.fromEntries(Object.entries(FIELDS).map(([name, schema]) => [isSaid(name) ? `${name}?` : name, schema])),
);
