import type { IsoDate } from '../dates.ts';
import { isSameNamed, namedIn, type Named, type People, type PersonId } from '../person.ts';
import { reject } from '../project/rejections.ts';
import type { OrganisationCommand } from './commands.ts';
import type { OrganisationEvent } from './events.ts';
import { importUnits } from './import-units.ts';
import { findUnit, isAppointment, isWithin, type Organisation, type OrganisationUnit } from './organisation.ts';
import { rejectUnit } from './rejections.ts';

const openUnit = (organisation: Organisation, code: string, field: string): OrganisationUnit => {
  const unit = organisation.units.get(code) ?? rejectUnit('unit-unknown', field);
  return unit.closed ? rejectUnit('unit-closed', field) : unit;
};

const parentCode = (organisation: Organisation, written: string | undefined): string | null => {
  if (written === undefined) return null;
  const found = findUnit(organisation, written);
  if (found === 'ambiguous') return rejectUnit('parent-ambiguous', 'parent');
  return found === null || found.closed ? rejectUnit('parent-unknown', 'parent') : found.code;
};

/** A name that one person with an id bears in the tree is that person; one that several bear must be said more exactly. */
const whoIs = (organisation: Organisation, people: People, written: string, field: string): Named => {
  const named = namedIn(people, written) ?? rejectUnit('person-unknown', field);
  if (typeof named !== 'string') return named;
  const bearers = new Map(
    organisation.people.flatMap((one) => (one.person === named && one.account !== null ? [[one.account, one]] : [])),
  );
  if (bearers.size > 1) return rejectUnit('person-ambiguous', field);
  const [id] = bearers.keys();
  return id === undefined ? named : { id, name: named };
};

const nameOf = (written: string): string => written.trim() || rejectUnit('name-missing', 'name');

/** What a decision looks at beside the command: the tree, the business day, and who there is. */
interface Situation {
  readonly organisation: Organisation;
  readonly on: IsoDate;
  readonly people: People;
}

type Decisions = {
  readonly [T in OrganisationCommand['type']]: (
    command: Extract<OrganisationCommand, { type: T }>,
    situation: Situation,
  ) => readonly OrganisationEvent[];
};

type OnePerson = Extract<OrganisationCommand, { type: 'AppointPerson' | 'ReleasePerson' }>;

const appointmentOf = ({ unit, role, person, account }: OnePerson) => ({
  unit,
  role,
  person,
  ...(account === undefined ? {} : { account: account as PersonId }),
});

const DECISIONS: Decisions = {
  AddUnit: (command, { organisation, on }) => {
    const code = command.code.trim() || rejectUnit('code-missing', 'code');
    const name = nameOf(command.name);
    const unit = { code, name, kind: command.kind ?? '', parent: parentCode(organisation, command.parent) };
    const known = organisation.units.get(code);
    if (known === undefined) return [{ type: 'UnitAdded', occurredOn: on, data: unit }];
    const said = !known.closed && known.name === name && known.kind === unit.kind && known.parent === unit.parent;
    return said ? [] : rejectUnit('unit-exists', 'code');
  },
  RenameUnit: (command, { organisation, on }) => {
    const { code, name: from } = openUnit(organisation, command.code, 'code');
    const to = nameOf(command.name);
    return from === to ? [] : [{ type: 'UnitRenamed', occurredOn: on, data: { code, from, to } }];
  },
  MoveUnit: (command, { organisation, on }) => {
    const { code, parent: from } = openUnit(organisation, command.code, 'code');
    const to = parentCode(organisation, command.parent);
    if (to !== null && isWithin(organisation, to, code)) rejectUnit('parent-cycle', 'parent');
    return from === to ? [] : [{ type: 'UnitMoved', occurredOn: on, data: { code, from, to } }];
  },
  ReclassifyUnit: (command, { organisation, on }) => {
    const { code, kind: from } = openUnit(organisation, command.code, 'code');
    const to = command.kind;
    return from === to ? [] : [{ type: 'UnitReclassified', occurredOn: on, data: { code, from, to } }];
  },
  CloseUnit: ({ code, reason }, { organisation, on }) => {
    const { closed } = organisation.units.get(code) ?? rejectUnit('unit-unknown', 'code');
    if (closed) return [];
    const holdsUnits = [...organisation.units.values()].some((unit) => unit.parent === code && !unit.closed);
    if (holdsUnits) rejectUnit('unit-has-units', 'code');
    return [{ type: 'UnitClosed', occurredOn: on, data: { code, ...(reason === undefined ? {} : { reason }) } }];
  },
  ReopenUnit: ({ code, reason }, { organisation }) => {
    const { closed, parent } = organisation.units.get(code) ?? rejectUnit('unit-unknown', 'code');
    if (!closed) return [];
    if (parent !== null && organisation.units.get(parent)?.closed === true) rejectUnit('parent-closed', 'code');
    const { on } = organisation.closings.get(code)!;
    return [{ type: 'UnitReopened', occurredOn: on, data: { code, reason } }];
  },
  AppointPerson: (command, { organisation, on }) => {
    openUnit(organisation, command.unit, 'unit');
    const appointed = appointmentOf(command);
    const said = organisation.people.some(
      (one) =>
        isAppointment(one, appointed) && one.person === appointed.person && one.account === (appointed.account ?? null),
    );
    return said ? [] : [{ type: 'PersonAppointed', occurredOn: on, data: appointed }];
  },
  ReleasePerson: (command, { organisation, on }) => {
    if (!organisation.units.has(command.unit)) rejectUnit('unit-unknown', 'unit');
    const released = appointmentOf(command);
    const held = organisation.people.filter((one) => isAppointment(one, released));
    if (held.length === 0) rejectUnit('not-appointed', 'person');
    if (held.length > 1) rejectUnit('person-ambiguous', 'account');
    return [{ type: 'PersonReleased', occurredOn: on, data: released }];
  },
  RecordLeave: ({ person, from, until, deputy }, { organisation, on, people }) => {
    if (until < from) rejectUnit('leave-ends-before-it-begins', 'until');
    const away = whoIs(organisation, people, person, 'person');
    const instead = deputy === undefined ? null : whoIs(organisation, people, deputy, 'deputy');
    const said = organisation.leaves.some(
      (one) =>
        isSameNamed(one.person, away) && one.from === from && one.until === until && isSameNamed(one.deputy, instead),
    );
    if (said) return [];
    const data = { person: away, from, until, ...(instead === null ? {} : { deputy: instead }) };
    return [{ type: 'LeaveRecorded', occurredOn: on, data }];
  },
  ImportUnits: ({ rows }, { organisation, on }) => importUnits(rows, organisation, on).events,
};

/** The day that is said, today where none is. Throws Rejected 'occurred-in-future'. */
export const dayNotAhead = (on: IsoDate | undefined, today: IsoDate): IsoDate =>
  on !== undefined && on > today ? reject('occurred-in-future', 'occurredOn') : (on ?? today);

/** What a command does to the tree: its facts, none where nothing new is said, or a refusal. `today` is the civil day of recording in Asia/Shanghai. */
export const decideOrganisation = (
  command: OrganisationCommand,
  organisation: Organisation,
  today: IsoDate,
  people: People,
): readonly OrganisationEvent[] => {
  const on = dayNotAhead('occurredOn' in command ? command.occurredOn : undefined, today);
  const decision: (command: never, situation: Situation) => readonly OrganisationEvent[] = DECISIONS[command.type];
  return decision(command as never, { organisation, on, people });
};
