export { claimServer, claimWork, whileNobodyWorks } from './claims.ts';
export { connect, openDatabase } from './connect.ts';
export { openEmbedded } from './embedded.ts';
export { copyInto, type Cell } from './copy.ts';
export { forgetDeleted } from './forgotten.ts';
export { hearing } from './hearing.ts';
export { migrate, type Migration } from './migrations.ts';
export { isConnectionLost, isDiskFull, Unreachable, UNREACHABLE } from './refusals.ts';
export { DatabaseBusy, onConnection } from './pool.ts';
export { inSchema } from './schema.ts';
export { answers, noDatabase, settingOf } from './server.ts';
export type { Pool, PoolClient } from 'pg';
export { attempted, inRenewable, inSnapshot, inTransaction, isUnstorable } from './transaction.ts';
export { oneProcessAtATime } from './turns.ts';
export { askForConnection, refuseSecondConnections, SecondConnection } from './holding.ts';
export {
  columnsOf,
  holdsRows,
  migrationsLaid,
  sequencesOf,
  setSequence,
  tableIn,
  tableOut,
  tablesOf,
} from './table-text.ts';
