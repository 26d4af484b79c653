export { FINDINGS, type Finding, type FirstBad } from './findings.ts';
export { lookMigrations } from './look-table.ts';
export {
  auditMigrations,
  keepSealFile,
  leaveSeals,
  readSealFile,
  readSeals,
  sealedTo,
  sealLog,
  stretch,
  type Seal,
} from './seals.ts';
export { EVERYWHERE, verify, type Question, type Verification } from './verify.ts';
export { sealingOf, type Sealing } from './unsealed.ts';
