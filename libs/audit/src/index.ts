export { FINDINGS, type Finding, type FirstBad } from './findings.ts';
export { auditMigrations, readSealFile, readSeals, sealLog, type Seal, type SealFile } from './seals.ts';
export { verify, type Question, type Verification } from './verify.ts';
export { sealingOf, type Sealing } from './unsealed.ts';
