export { reachesClosedMonth } from './closed-months.ts';
export { STAGES, type Stage } from './commands/about.ts';
export {
  aboutCommand,
  commandForm,
  PROJECT_COMMAND_TYPES,
  PROJECT_COMMANDS,
  type ProjectCommand,
  type ProjectCommandType,
} from './commands.ts';
export { CORRECTABLE_FACTS, correctableFields, correctionForm } from './correctable.ts';
export { corrected, creates, inBusinessOrder, isVoidable, type Placed } from './corrections.ts';
export { decide } from './decide.ts';
export type { Circumstances, Hands, Others } from './decisions/decision.ts';
export { type Doubt, doubtOf, DOUBTS, doubtsOf } from './doubts.ts';
export { changingOf, type Changing } from './decisions/hands.ts';
export {
  approvalEntails,
  cityTagEntails,
  type Entailed,
  excuseEntails,
  mergeEntails,
  splitEntails,
} from './entailed.ts';
export type {
  ArrivalKind,
  Identity,
  LandMode,
  Origin,
  ProjectEvent,
  ProjectEventType,
  TerminationKind,
} from './events.ts';
export { apply, evolve, fold } from './fold.ts';
export { markOf, markOfFact, toldIn, type Told } from './known-facts.ts';
export { nextSteps } from './next-steps.ts';
export { IDENTITY_FIELDS } from './identity-fields.ts';
export { offered } from './offers.ts';
export { ENDED, NEXT, type Phase, PHASES } from './phases.ts';
export { placed } from './placed.ts';
export { project } from './project.ts';
export { REJECTIONS, type RejectionCode } from './rejections.ts';
export { checkSecondPerson } from './second-person.ts';
export {
  type Arrival,
  arrivedOf,
  counted,
  type Dated,
  type KnownProject,
  NO_PROJECT,
  openHold,
  type Progress,
  type Project,
} from './state.ts';
export { PROJECT_STREAMS, projectIdOf, projectStream } from './stream.ts';
