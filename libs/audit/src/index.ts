export { FINDINGS, type Finding, type FirstBad } from './findings.ts';
export { auditMigrations, readSealFile, readSeals, sealLog, type Seal } from './seals.ts';
export { verify, type Question, type Verification } from './verify.ts';
export { sealingOf, type Sealing } from './unsealed.ts';
