import type { IsoDate } from '../dates.ts';
import { isSameNamed, personOf, type People, type Person, type PersonId } from '../person.ts';
import type { OrganisationEvent, UnitRole } from './events.ts';

export const ORGANISATION = 'organisation-main'; // the one stream: a tree is consistent as a whole or not at all

export interface OrganisationUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string; // free text: 招商机构, 分组, 任务单位, region …
  readonly parent: string | null;
  readonly closed: boolean;
  readonly formerNames: readonly string[];
}
export interface Appointed {
  readonly unit: string;
  readonly role: UnitRole;
  readonly person: string;
  readonly account: PersonId | null;
}

export interface Organisation {
  readonly units: ReadonlyMap<string, OrganisationUnit>;
  readonly people: readonly Appointed[];
  readonly leaves: readonly Leave[];
  readonly closings: ReadonlyMap<string, Closing>; // of units that are closed, by code
}
/** When a unit was closed, and which appointments that ended. */
interface Closing {
  readonly on: IsoDate;
  readonly people: readonly Appointed[];
}
export interface Leave {
  readonly person: Person;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly deputy: Person | null;
}
export const NO_ORGANISATION: Organisation = { units: new Map(), people: [], leaves: [], closings: new Map() };

// A file brings thousands of units: the fold changes maps of its own and copies nothing per event.
interface Draft {
  readonly units: Map<string, OrganisationUnit>;
  people: Appointed[];
  leaves: Leave[];
  readonly closings: Map<string, Closing>;
}

interface Appointing {
  readonly unit: string;
  readonly role: UnitRole;
  readonly person: string;
  readonly account?: PersonId | null;
}
/** One appointment: by account where both sides say one, for two people may bear one name; else by name. */
export const isAppointment = (one: Appointed, { unit, role, person, account = null }: Appointing): boolean =>
  one.unit === unit &&
  one.role === role &&
  (one.account !== null && account !== null ? one.account === account : one.person === person);

const change = (draft: Draft, { type, data, occurredOn: on }: OrganisationEvent): void => {
  const set = (code: string, difference: Partial<OrganisationUnit>): void => {
    const unit = draft.units.get(code);
    if (unit !== undefined) draft.units.set(code, { ...unit, ...difference });
  };
  switch (type) {
    case 'UnitAdded':
      draft.units.set(data.code, { ...data, closed: false, formerNames: [] });
      break;
    case 'UnitRenamed':
      set(data.code, { name: data.to, formerNames: [...(draft.units.get(data.code)?.formerNames ?? []), data.from] });
      break;
    case 'UnitMoved':
      set(data.code, { parent: data.to });
      break;
    case 'UnitReclassified':
      set(data.code, { kind: data.to });
      break;
    case 'UnitClosed':
      set(data.code, { closed: true });
      draft.closings.set(data.code, { on, people: draft.people.filter(({ unit }) => unit === data.code) });
      draft.people = draft.people.filter(({ unit }) => unit !== data.code);
      break;
    case 'UnitReopened':
      set(data.code, { closed: false });
      draft.people = [...draft.people, ...(draft.closings.get(data.code)?.people ?? [])];
      draft.closings.delete(data.code);
      break;
    case 'PersonAppointed':
      draft.people = [
        ...draft.people.filter((one) => !isAppointment(one, data)),
        { ...data, account: data.account ?? null },
      ];
      break;
    case 'PersonReleased':
      draft.people = draft.people.filter((one) => !isAppointment(one, data));
      break;
    case 'LeaveRecorded':
      draft.leaves = [
        ...draft.leaves,
        { ...data, person: personOf(data.person), deputy: data.deputy === undefined ? null : personOf(data.deputy) },
      ];
      break;
  }
};

export const foldOrganisation = (
  events: readonly OrganisationEvent[],
  before: Organisation = NO_ORGANISATION,
): Organisation => {
  const draft: Draft = {
    units: new Map(before.units),
    people: [...before.people],
    leaves: [...before.leaves],
    closings: new Map(before.closings),
  };
  for (const event of events) change(draft, event);
  return draft;
};

/** A unit named by its code, or else by its name or a former one; several of that name are 'ambiguous', none is null. */
export const findUnit = ({ units }: Organisation, written: string): OrganisationUnit | 'ambiguous' | null => {
  const coded = units.get(written);
  if (coded !== undefined) return coded;
  const open = [...units.values()].filter(({ closed }) => !closed);
  const named = open.filter(({ name }) => name === written);
  const found = named.length > 0 ? named : open.filter(({ formerNames }) => formerNames.includes(written));
  return found.length > 1 ? 'ambiguous' : (found[0] ?? null);
};

/** The unit and everything below it, by code; closed units too, because their projects remain. Cost: the size of the tree. */
export const subtreeOf = ({ units }: Organisation, top: string): readonly string[] => {
  if (!units.has(top)) return [];
  const children = new Map<string, string[]>();
  for (const { code, parent } of units.values())
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), code]);
  const found: string[] = [];
  const waiting = [top];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    found.push(code);
    waiting.push(...(children.get(code) ?? []));
  }
  return found;
};

/** Whether `code` is `top` or stands somewhere below it. */
export const isWithin = ({ units }: Organisation, code: string, top: string): boolean => {
  for (let at: string | null | undefined = code; at != null; at = units.get(at)?.parent) if (at === top) return true;
  return false;
};

/** Who holds a role in a unit, in the order of appointment. */
export const peopleOf = ({ people }: Organisation, unit: string, role: UnitRole): readonly Appointed[] =>
  people.filter((one) => one.unit === unit && one.role === role);

export const appointee = ({ person, account }: Appointed): Person => ({ id: account, name: person });

/** Everybody of the tree who has an id, with the name of the latest appointment. */
export const peopleWithIds = ({ people }: Organisation): People =>
  new Map(people.flatMap(({ account, person }) => (account === null ? [] : [[account, person]])));

/** Who stands in for somebody on a day: the deputy named with the leave, or else the unit's; null where nobody does. 'present': that person is not away. */
export const standIn = (
  organisation: Organisation,
  person: Person,
  unit: string | null,
  day: IsoDate,
): Person | 'present' | null => {
  const leave = organisation.leaves.findLast(
    (one) => isSameNamed(one.person, person) && one.from <= day && day <= one.until,
  );
  if (leave === undefined) return 'present';
  if (leave.deputy !== null || unit === null) return leave.deputy;
  const [deputy] = peopleOf(organisation, unit, 'deputy');
  return deputy === undefined ? null : appointee(deputy);
};
