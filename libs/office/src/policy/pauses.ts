import type { IsoDate } from '#domain';
import type { Caller } from '#identity';
import { pausesOf, type PauseLedger } from '#reminders';
import type { Office } from '../office.ts';
import { PROJECT_STREAM } from '../projects/project-aggregate.ts';
import { admit } from '../projects/show-project.ts';
import type { PausesQuery } from './bodies.ts';

export interface Pauses {
  readonly asOf: IsoDate;
  readonly clocks: readonly PauseLedger[];
}

/** The account of each clock's time of a project. Throws 'project-unknown'. */
export const projectPauses = async (
  office: Office,
  caller: Caller,
  id: string,
  { asOf = office.today() }: PausesQuery,
): Promise<Pauses> => {
  await admit(office, caller, id);
  if (asOf !== office.today()) await office.looks.record(caller, 'project', id, asOf, undefined);
  return {
    asOf,
    clocks: pausesOf(await office.store.readStream(PROJECT_STREAM + id), await office.rules(), asOf),
  };
};
