export { owed, type Addressee, type HolderOf, type Outcome, type Owed } from './owed.ts';
export { forward, type Forward } from './replay/forward.ts';
export { holdersIn } from './replay/holders.ts';
export { eachProject, replayProjects, type DifferenceCounts, type OverProjects, type Replayed, type ReplayQuestion } from './replay/over-projects.ts';
export { pausesOf, type LedgerPause, type PauseLedger } from './replay/pauses.ts';
export { replayProject, type Difference } from './replay/replay-project.ts';
export { calendarWindow, policyWindow, type Window } from './replay/window.ts';
