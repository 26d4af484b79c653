export { FINDINGS, type Finding, type FirstBad } from './findings.ts';
export { lookMigrations } from './look-table.ts';
export { auditMigrations, leaveSeals, readSeals, sealedTo, stretch, type Seal } from './seals.ts';
export { keepSealFile, partsOf, readKeptSeals, readSealFile, renewSealFile } from './seal-file.ts';
export { sealLog } from './seal-log.ts';
export { EVERYWHERE, verify, type Question, type Verification } from './verify.ts';
export { sealingOf, type Sealing } from './unsealed.ts';
