/**
 * What a backup holds: the tables whose content stands nowhere else, in the order in which they can be laid again, and the files beside them.
 * Everything else is folded from the log (architecture: "the log alone decides"), or is worth nothing on another day, as sessions are.
 */
export const KEPT_TABLES = [
  'event',
  'person_key',
  'person_name',
  'news',
  'seal',
  'account',
  'api_token',
  'channel',
  'contact',
] as const;

/** Files beside the database that stand nowhere else: papers, each under its digest. What is still on its way into the folder is no paper yet. */
export const KEPT_FOLDER = 'papers';
export const KEPT_FILE = /^papers\/[0-9a-f]{2}\/[0-9a-f]{64}$/;

/** Of these a backup may be robbed: without them it comes back whole, and what is sealed in its log stays unreadable. So an erasure reaches old backups too. */
export const SEPARABLE: ReadonlySet<string> = new Set<(typeof KEPT_TABLES)[number]>(['person_key', 'person_name']);

type Why = 'folded from the log' | 'of this day only' | 'laid by the program';

/** Every other table, and why it is in no backup. A table that stands in neither list fails a test. */
export const NOT_KEPT: Readonly<Record<string, Why>> = {
  project_span: 'folded from the log',
  counted_span: 'folded from the log',
  arrival_span: 'folded from the log',
  matter: 'folded from the log',
  projection_checkpoint: 'folded from the log',
  set_aside: 'folded from the log',
  follower: 'folded from the log', // what was entailed before is entailed once
  reminder_expected: 'folded from the log',
  reminder_outcome: 'folded from the log',
  reminder_due: 'folded from the log',
  reminder_recipient: 'folded from the log',
  reminder_checkpoint: 'folded from the log',
  order_opening: 'folded from the log',
  delivery: 'folded from the log',
  message: 'folded from the log',
  outbox: 'folded from the log',
  log_page: 'folded from the log', // where a KurrentDB holds it: that has a backup of its own
  log_stream: 'folded from the log',
  log_place: 'folded from the log',
  reminder_watch: 'of this day only',
  number_claim: 'of this day only',
  session: 'of this day only',
  import_run: 'of this day only',
  fact_hook: 'of this day only', // after a restore its receiver is told what is recorded from then on
  sign_in_attempt: 'of this day only',
  lead: 'of this day only',
  log_home: 'laid by the program',
  migration: 'laid by the program',
};
