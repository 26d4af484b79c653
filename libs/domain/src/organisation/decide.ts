import type { IsoDate } from '../dates.ts';
import { Rejected } from '../rejected.ts';
import { REJECTIONS } from '../project/rejections.ts';
import type { OrganisationCommand } from './commands.ts';
import type { OrganisationEvent } from './events.ts';
import { importUnits } from './import-units.ts';
import { findUnit, isWithin, type Organisation, type OrganisationUnit } from './organisation.ts';
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

const nameOf = (written: string): string => written.trim() || rejectUnit('name-missing', 'name');

/** What a command does to the tree: its facts, none where nothing new is said, or a refusal. `today` is the civil day of recording in Asia/Shanghai. */
export const decideOrganisation = (
  command: OrganisationCommand,
  organisation: Organisation,
  today: IsoDate,
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
      const { unit, role, person, account } = command;
      openUnit(organisation, unit, 'unit');
      const known = organisation.people.find((one) => one.unit === unit && one.role === role && one.person === person);
      if (known !== undefined && known.account === (account ?? null)) return [];
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
      if (!organisation.units.has(unit)) rejectUnit('unit-unknown', 'unit');
      if (!organisation.people.some((one) => one.unit === unit && one.role === role && one.person === person))
        rejectUnit('not-appointed', 'person');
      return [{ type: 'PersonReleased', occurredOn: on, data: { unit, role, person } }];
    }
    case 'RecordLeave': {
      const { person, from, until, deputy } = command;
      if (until < from) rejectUnit('leave-ends-before-it-begins', 'until');
      const said = organisation.leaves.some(
        (one) => one.person === person && one.from === from && one.until === until && one.deputy === (deputy ?? null),
      );
      return said
        ? []
        : [
            {
              type: 'LeaveRecorded',
              occurredOn: on,
              data: { person, from, until, ...(deputy === undefined ? {} : { deputy }) },
            },
          ];
    }
    case 'ImportUnits':
      return importUnits(command.rows, organisation, on).events;
  }
};
