import type { IsoDate } from '../dates.ts';
import { isSameNamed, namedIn, type Named, type People, type PersonId } from '../person.ts';
import { Rejected } from '../rejected.ts';
import { REJECTIONS } from '../project/rejections.ts';
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

/** What a command does to the tree: its facts, none where nothing new is said, or a refusal. `today` is the civil day of recording in Asia/Shanghai. */
export const decideOrganisation = (
  command: OrganisationCommand,
  organisation: Organisation,
  today: IsoDate,
  people: People,
): readonly OrganisationEvent[] => {
  const on = command.occurredOn ?? today;
  if (on > today) throw new Rejected('occurred-in-future', REJECTIONS['occurred-in-future'], 'occurredOn');

  switch (command.type) {
    case 'AddUnit': {
      const code = command.code.trim() || rejectUnit('code-missing', 'code');
      const unit = {
        code,
        name: nameOf(command.name),
        kind: command.kind ?? '',
        parent: parentCode(organisation, command.parent),
      };
      const known = organisation.units.get(code);
      if (known === undefined) return [{ type: 'UnitAdded', occurredOn: on, data: unit }];
      const said =
        !known.closed && known.name === unit.name && known.kind === unit.kind && known.parent === unit.parent;
      return said ? [] : rejectUnit('unit-exists', 'code');
    }
    case 'RenameUnit': {
      const { code, name: from } = openUnit(organisation, command.code, 'code');
      const to = nameOf(command.name);
      return from === to ? [] : [{ type: 'UnitRenamed', occurredOn: on, data: { code, from, to } }];
    }
    case 'MoveUnit': {
      const { code, parent: from } = openUnit(organisation, command.code, 'code');
      const to = parentCode(organisation, command.parent);
      if (to !== null && isWithin(organisation, to, code)) rejectUnit('parent-cycle', 'parent');
      return from === to ? [] : [{ type: 'UnitMoved', occurredOn: on, data: { code, from, to } }];
    }
    case 'ReclassifyUnit': {
      const { code, kind: from } = openUnit(organisation, command.code, 'code');
      return from === command.kind
        ? []
        : [{ type: 'UnitReclassified', occurredOn: on, data: { code, from, to: command.kind } }];
    }
    case 'CloseUnit': {
      const { code, closed } = organisation.units.get(command.code) ?? rejectUnit('unit-unknown', 'code');
      if (closed) return [];
      if ([...organisation.units.values()].some((unit) => unit.parent === code && !unit.closed))
        rejectUnit('unit-has-units', 'code');
      return [
        {
          type: 'UnitClosed',
          occurredOn: on,
          data: { code, ...(command.reason === undefined ? {} : { reason: command.reason }) },
        },
      ];
    }
    case 'AppointPerson': {
      const { unit, role, person } = command;
      const account = command.account as PersonId | undefined;
      openUnit(organisation, unit, 'unit');
      const said = organisation.people.some(
        (one) =>
          isAppointment(one, { unit, role, person, account }) &&
          one.person === person &&
          one.account === (account ?? null),
      );
      if (said) return [];
      return [
        {
          type: 'PersonAppointed',
          occurredOn: on,
          data: { unit, role, person, ...(account === undefined ? {} : { account }) },
        },
      ];
    }
    case 'ReleasePerson': {
      const { unit, role, person } = command;
      const account = command.account as PersonId | undefined;
      if (!organisation.units.has(unit)) rejectUnit('unit-unknown', 'unit');
      const held = organisation.people.filter((one) => isAppointment(one, { unit, role, person, account }));
      if (held.length === 0) rejectUnit('not-appointed', 'person');
      if (held.length > 1) rejectUnit('person-ambiguous', 'account');
      return [
        {
          type: 'PersonReleased',
          occurredOn: on,
          data: { unit, role, person, ...(account === undefined ? {} : { account }) },
        },
      ];
    }
    case 'RecordLeave': {
      const { person, from, until, deputy } = command;
      if (until < from) rejectUnit('leave-ends-before-it-begins', 'until');
      const away = whoIs(organisation, people, person, 'person');
      const instead = deputy === undefined ? null : whoIs(organisation, people, deputy, 'deputy');
      const said = organisation.leaves.some(
        (one) =>
          isSameNamed(one.person, away) && one.from === from && one.until === until && isSameNamed(one.deputy, instead),
      );
      return said
        ? []
        : [
            {
              type: 'LeaveRecorded',
              occurredOn: on,
              data: { person: away, from, until, ...(instead === null ? {} : { deputy: instead }) },
            },
          ];
    }
    case 'ImportUnits':
      return importUnits(command.rows, organisation, on).events;
  }
};
