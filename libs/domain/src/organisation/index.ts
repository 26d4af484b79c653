export {
  AddUnit,
  AppointPerson,
  CloseUnit,
  ImportUnits,
  MoveUnit,
  ORGANISATION_COMMANDS,
  type OrganisationCommand,
  type OrganisationCommandType,
  ReclassifyUnit,
  RecordLeave,
  ReleasePerson,
  RenameUnit,
} from './commands.ts';
export { dayNotAhead, decideOrganisation } from './decide.ts';
export type { OrganisationEvent } from './events.ts';
export { importUnits, type UnitImport, type UnitRow } from './import-units.ts';
export {
  appointee,
  findUnit,
  foldOrganisation,
  NO_ORGANISATION,
  ORGANISATION,
  type Organisation,
  type OrganisationUnit,
  peopleOf,
  peopleWithIds,
  standIn,
  subtreeOf,
} from './organisation.ts';
export { isRegionKind } from './regions.ts';
export { ORGANISATION_REJECTIONS, type OrganisationRejectionCode } from './rejections.ts';
