export { claimServer, connect, openDatabase, type Database } from './connect.ts';
export { openEmbedded, type Embedded } from './embedded.ts';
export { migrate, type Migration } from './migrations.ts';
export { isDiskFull, Unreachable, UNREACHABLE, type UnreachableCode } from './refusals.ts';
export { inTransaction } from './transaction.ts';
