export { canonical, chained, hashOf, NO_PREDECESSOR } from './chain.ts';
export {
  AppendTooLarge,
  ClockBehind,
  WrongExpectedVersion,
  type Append,
  type EventStore,
  type Expected,
  type Subscription,
} from './event-store.ts';
export { commandHandler, StaleVersion, type Aggregate, type Handled, type Loaded } from './handle.ts';
export { followedTo, followerMigrations, moveFollower } from './follower.ts';
export { inTurn } from './in-turn.ts';
export { NOTHING_ASIDE, reasonOf, setAside, writeAside, type AsideChange, type SetAside } from './set-aside.ts';
export { keepingStreams, knownStreams } from './known-streams.ts';
export { keptLately, weightOf } from './kept-lately.ts';
export { publishNews, rememberedNews, rememberNews } from './news.ts';
export { understood } from './understood.ts';
export { sharedRun } from './shared-run.ts';
export { forgetPlaces } from './kurrent/finding.ts';
export { kurrentStore } from './kurrent/kurrent-store.ts';
export { logHome, type LogKind } from './log-home.ts';
export { leadOf, type Lead } from './lead.ts';
export { moveHome } from './moving/move-home.ts';
export { memoryStore } from './memory.ts';
export { comparison } from './moving/compare.ts';
export { copyOn } from './moving/copy.ts';
export { keepInKurrent } from './moving/into-kurrent.ts';
export { keepInPostgres } from './moving/into-postgres.ts';
export { LogsDiffer, type KeptLog } from './moving/kept-log.ts';
export { keysOf } from './people/person-keys.ts';
export { sealOldRecords } from './people/seal-old.ts';
export { peopleOf, type People } from './people/people.ts';
export { headIn, postgresStore } from './postgres.ts';
export { eventStoreMigrations } from './postgres-table.ts';
