import type { Sentence } from '../../rejected.ts';
import type { ProjectEvent, ProjectEventType } from '../events.ts';
import type { Phase } from '../phases.ts';

/** The stages of a project's life under which the page offers what can be done. */
export const STAGES = ['lead', 'negotiation', 'signing', 'start', 'funding', 'people', 'identity', 'end'] as const;
export type Stage = (typeof STAGES)[number];

type FieldOf<T extends ProjectEventType> = keyof Extract<ProjectEvent, { type: T }>['data'] & string;

/** What is said of a command once, beside its fields: routes, roles, offers, corrections and the page follow from it. */
export interface About {
  readonly when: readonly (Phase | 'none')[]; // in which phases it is offered and accepted; 'none' is a project that does not exist yet
  readonly needs: 'record-facts' | 'decide'; // who reports and who certifies are kept apart (README, "Commands and events")
  readonly stage?: Stage; // where the page offers it; one without stands elsewhere: it begins a project, or changes a record
  readonly day?: Sentence; // what its day is called on the form; 'Occurred on', if left out
  readonly byProduct?: true; // given by the product, to the other projects of a split or a merge or from a ledger, by nobody's hand
  /**
   * The facts that it records, each with what of it can be corrected, by the rules of the command's fields. Not what ties facts together (an
   * arrival's number, the other project) nor what the product wrote itself (the value before): such a fact is voided and stated anew.
   */
  readonly records: { readonly [T in ProjectEventType]?: readonly FieldOf<T>[] };
}

/** Keeps the names of the facts, so that the compiler sees the one that no command records. */
export const about = <const A extends About>(said: A): A => said;
