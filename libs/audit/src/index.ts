export { FINDINGS, type Finding, type FirstBad } from './findings.ts';
export { lookMigrations } from './look-table.ts';
export {
  auditMigrations,
  leaveSeals,
  readSealFile,
  readSeals,
  sealedTo,
  sealLog,
  stretch,
  type Seal,
} from './seals.ts';
export { keepSealFile, readKeptSeals } from './seals-aside.ts';
export { EVERYWHERE, verify, type Question, type Verification } from './verify.ts';
export { sealingOf, type Sealing } from './unsealed.ts';
