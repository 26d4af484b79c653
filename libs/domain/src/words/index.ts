export {
  AMENDMENT_WORDS,
  ARRIVAL_KIND_WORDS,
  FACTOR_WORDS,
  LAND_MODE_WORDS,
  LEVEL_WORDS,
  MEETING_KIND_WORDS,
  NEGOTIATION_CLASS_WORDS,
  ORIGIN_WORDS,
  PHASE_WORDS,
  TERMINATION_WORDS,
  UNIT_ROLE_WORDS,
  VALUE_WORDS,
} from './choices.ts';
export { breachesIn } from './breaches.ts';
export { COLUMN_WORDS } from './columns.ts';
export { COMMAND_WORDS } from './commands.ts';
export { DICTIONARY } from './dictionary.ts';
export { EVENT_WORDS } from './events.ts';
export { FIELD_WORDS, FIELD_WORDS_OF } from './fields.ts';
export { FUNNEL_WORDS, START_REASON_WORDS } from './numbers.ts';
export { metricTitle } from './metric-title.ts';
export { reasonWords } from './reasons.ts';
export { isKnownKind, RECORD_WORDS } from './records.ts';
export { DELIVERY_WORDS, OUTCOME_WORDS, TOLD_AS_WORDS } from './supervision.ts';
export { alike, manyOf } from './sentence.ts';
export { CLOCK_WORDS, COLOUR_WORDS, lateWords, RUNG_WORDS } from './time.ts';
