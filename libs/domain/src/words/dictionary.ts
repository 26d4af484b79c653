import { MATTERS } from '../matters.ts';
import { CORRECTABLE_FACTS, dayOf } from '../project/correctable.ts';
import type { AnyMatter } from '../matter.ts';
import type { Sentence } from '../rejected.ts';
import {
  AMENDMENT_WORDS,
  ARRIVAL_KIND_WORDS,
  FACTOR_WORDS,
  FRAMEWORK_WORDS,
  LAND_MODE_WORDS,
  LEVEL_WORDS,
  MEETING_KIND_WORDS,
  NEGOTIATION_CLASS_WORDS,
  OPINION_WORDS,
  ORIGIN_WORDS,
  OUTREACH_KIND_WORDS,
  PHASE_WORDS,
  PRE_REVIEW_WORDS,
  TERMINATION_WORDS,
  UNIT_ROLE_WORDS,
  VALUE_WORDS,
} from './choices.ts';
import { COMMAND_WORDS } from './commands.ts';
import { EVENT_WORDS } from './events.ts';
import { FIELD_WORDS, FIELD_WORDS_OF } from './fields.ts';
import {
  CONDITION_WORDS,
  COUNTABLE_WORDS,
  FILTER_WORDS,
  FUNNEL_WORDS,
  METRIC_WORDS,
  START_REASON_WORDS,
  WINDOW_WORDS,
} from './numbers.ts';

import {
  CHECKLIST_STATE_WORDS,
  DELIVERY_WORDS,
  NOTICE_EVENT_WORDS,
  OUTCOME_WORDS,
  PROCESS_WORDS,
  TASK_STATE_WORDS,
  TOLD_AS_WORDS,
} from './supervision.ts';
import { CLOCK_WORDS, COLOUR_WORDS, RUNG_WORDS } from './time.ts';

const ofMatters = <T>(part: (matter: AnyMatter) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(MATTERS).map(([name, matter]) => [name, part(matter)]));

/** The names of a fact's own fields, and of its day where the form that records it has one. */
const FIELDS_OF_FACTS: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  ...FIELD_WORDS_OF,
  ...Object.fromEntries(
    CORRECTABLE_FACTS.flatMap((fact) => {
      const day = dayOf(fact);
      return day === undefined ? [] : [[fact, { ...FIELD_WORDS_OF[fact], occurredOn: day }]];
    }),
  ),
};

/**
 * Every word for a thing of the domain that a person reads, in both languages: the one dictionary of mails, orders, the command line and the page
 * (apps/web/src/generated/words.ts). Channels name themselves (libs/channels/src/kinds.ts). Reasons are sentences with data and are worded where they are shown (reasons.ts).
 */
export const DICTIONARY = {
  clocks: CLOCK_WORDS,
  colours: COLOUR_WORDS,
  rungs: RUNG_WORDS,
  phases: PHASE_WORDS,
  events: EVENT_WORDS,
  commands: COMMAND_WORDS,
  fields: FIELD_WORDS,
  fieldsOf: FIELDS_OF_FACTS,
  values: VALUE_WORDS,
  negotiationClasses: NEGOTIATION_CLASS_WORDS,
  landModes: LAND_MODE_WORDS,
  opinions: OPINION_WORDS,
  preReviewResults: PRE_REVIEW_WORDS,
  frameworks: FRAMEWORK_WORDS,
  amendments: AMENDMENT_WORDS,
  arrivalKinds: ARRIVAL_KIND_WORDS,
  origins: ORIGIN_WORDS,
  terminations: TERMINATION_WORDS,
  factors: FACTOR_WORDS,
  levels: LEVEL_WORDS,
  meetingKinds: MEETING_KIND_WORDS,
  outreachKinds: OUTREACH_KIND_WORDS,
  unitRoles: UNIT_ROLE_WORDS,
  toldAs: TOLD_AS_WORDS,
  outcomes: OUTCOME_WORDS,
  deliveries: DELIVERY_WORDS,
  noticeEvents: NOTICE_EVENT_WORDS,
  taskStates: TASK_STATE_WORDS,
  checklistStates: CHECKLIST_STATE_WORDS,
  processes: PROCESS_WORDS,
  metrics: METRIC_WORDS,
  countables: COUNTABLE_WORDS,
  windows: WINDOW_WORDS,
  conditions: CONDITION_WORDS,
  filters: FILTER_WORDS,
  startReasons: START_REASON_WORDS,
  funnelStages: FUNNEL_WORDS,
  matters: ofMatters(({ title }) => title),
  matterStates: ofMatters(({ states }) => states),
  matterCommands: ofMatters(({ titles }) => titles),
} as const;
