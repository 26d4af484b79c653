export * from './calendar/calendar.ts';
export { PUBLISHED_YEARS } from './calendar/published-years.ts';
export * from './clocks/index.ts';
export * from './credit-code.ts';
export * from './dates.ts';
export type { Decider } from './decider.ts';
export type * from './event.ts';
export * as field from './fields/kinds.ts';
export { fieldsOf, type Field } from './fields/field.ts';
export { InvalidCommand, type FieldError } from './fields/invalid.ts';
export { readCommand } from './fields/read-command.ts';
export { harmless } from './harmless.ts';
export * from './money.ts';
export {
  distinct,
  isSameNamed,
  mention,
  namedIn,
  personOf,
  type Named,
  type People,
  type Person,
  type PersonId,
} from './person.ts';
export * from './policy/policy.ts';
export * from './policy/calendar-notice.ts';
export * from './policy/calendar-rows.ts';
export { DEFAULT_DEADLINES, type Deadlines } from './policy/deadlines.ts';
export * from './policy/drafts.ts';
export * from './policy/publish.ts';
export { POLICY_REJECTIONS, type PolicyRejectionCode } from './policy/rejections.ts';
export * from './policy/replay-rules.ts';
export * from './policy/rules.ts';
export * from './metrics/index.ts';
export * from './organisation/index.ts';
export * from './project/index.ts';
export * from './matter.ts';
export * from './matters.ts';
export * from './supervision/index.ts';
export * from './notice/index.ts';
export * from './issue/index.ts';
export * from './meeting/index.ts';
export * from './scheduling/index.ts';
export * from './checklist/index.ts';
export {
  APPROVAL,
  APPROVAL_REJECTIONS,
  type Approval,
  type ApprovalEvent,
  type ApprovalRejectionCode,
} from './approval/index.ts';
export {
  AMENDMENT_WORDS,
  ARRIVAL_KIND_WORDS,
  CHANNEL_WORDS,
  CLOCK_WORDS,
  COLOUR_WORDS,
  COLUMN_WORDS,
  COMMAND_WORDS,
  DELIVERY_WORDS,
  DICTIONARY,
  EVENT_WORDS,
  FACTOR_WORDS,
  FIELD_WORDS,
  FIELD_WORDS_OF,
  LAND_MODE_WORDS,
  lateWords,
  LEVEL_WORDS,
  MEETING_KIND_WORDS,
  METRIC_WORDS,
  NEGOTIATION_CLASS_WORDS,
  ORIGIN_WORDS,
  OUTCOME_WORDS,
  PHASE_WORDS,
  reasonWords,
  RUNG_WORDS,
  TERMINATION_WORDS,
  TOLD_AS_WORDS,
  UNIT_ROLE_WORDS,
  VALUE_WORDS,
} from './words/index.ts';
export { Rejected, type Sentence } from './rejected.ts';
export * from './target/index.ts';
export * from './period/index.ts';
export * from './report/index.ts';
export * from './board/index.ts';
