import type { Sentence } from '#domain';
import type { Unit } from '../cells/units.ts';
import type { FieldName } from './field-names.ts';
import type { UnitFrom } from './units.ts';
import type { Profile } from './values.ts';

/** Why the words over a column are doubted: another column holds what it should and the reverse, or it holds what no such field is. */
interface Misplaced {
  readonly why: 'columns-changed-places' | 'column-doubted' | 'columns-doubted';
  readonly says: Sentence;
}

/** Why a column is taken for a field: the words of its header, the values in it, or a mapping that a person made. */
export type Because = 'words' | 'values' | 'saved';

export interface Mapped {
  readonly column: number;
  readonly header: string;
  readonly field: FieldName;
  readonly unit: Unit | null;
  readonly unitFrom: UnitFrom | null;
  readonly units: readonly Unit[]; // all that the header names: two of them leave a doubt
  readonly weight: number;
  readonly because: readonly Because[];
  readonly misplaced?: Misplaced;
  readonly noted?: Unit; // a note beside the table names this unit, and the header another
  readonly firm?: true; // a name of a project that is its firm's
}

/** What the values of each column are like, by its number. */
export type Profiles = ReadonlyMap<number, Profile>;
