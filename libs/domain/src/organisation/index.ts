export * from './commands.ts';
export { decideOrganisation } from './decide.ts';
export * from './events.ts';
export { importUnits, type RejectedRow, type UnitImport, type UnitRow } from './import-units.ts';
export * from './organisation.ts';
export { isRegionKind } from './regions.ts';
export { ORGANISATION_REJECTIONS, type OrganisationRejectionCode } from './rejections.ts';
