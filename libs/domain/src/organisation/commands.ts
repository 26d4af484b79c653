import type { IsoDate } from '../dates.ts';
import * as field from '../fields/kinds.ts';
import { Occurrence } from '../project/commands/occurrence.ts';
import { UNIT_ROLES, type UnitRole } from './events.ts';

export class AddUnit extends Occurrence {
  get type() {
    return 'AddUnit' as const;
  }
  @field.text({ zh: '单位编码', en: 'Code', max: 60 }) code!: string;
  @field.text({ zh: '单位名称', en: 'Name' }) name!: string;
  @field.text({ zh: '类别', en: 'Kind', optional: true, max: 60 }) kind?: string;
  @field.text({ zh: '上级单位', en: 'Parent unit', optional: true }) parent?: string;
}
export class RenameUnit extends Occurrence {
  get type() {
    return 'RenameUnit' as const;
  }
  @field.text({ zh: '单位编码', en: 'Code', max: 60 }) code!: string;
  @field.text({ zh: '新名称', en: 'New name' }) name!: string;
}
export class MoveUnit extends Occurrence {
  get type() {
    return 'MoveUnit' as const;
  }
  @field.text({ zh: '单位编码', en: 'Code', max: 60 }) code!: string;
  @field.text({ zh: '新的上级单位（留空为最高级）', en: 'New parent unit (none: top of the tree)', optional: true })
  parent?: string;
}
export class ReclassifyUnit extends Occurrence {
  get type() {
    return 'ReclassifyUnit' as const;
  }
  @field.text({ zh: '单位编码', en: 'Code', max: 60 }) code!: string;
  @field.text({ zh: '类别', en: 'Kind', max: 60 }) kind!: string;
}
export class CloseUnit extends Occurrence {
  get type() {
    return 'CloseUnit' as const;
  }
  @field.text({ zh: '单位编码', en: 'Code', max: 60 }) code!: string;
  @field.longText({ zh: '原因', en: 'Reason', optional: true }) reason?: string;
}

/** Takes back a closing that was a mistake, since its day; appointments that it ended stand again. */
export class ReopenUnit {
  get type() {
    return 'ReopenUnit' as const;
  }
  @field.text({ zh: '单位编码', en: 'Code', max: 60 }) code!: string;
  @field.longText({ zh: '原因', en: 'Reason' }) reason!: string;
}

abstract class Appointment extends Occurrence {
  @field.text({ zh: '单位编码', en: 'Unit', max: 60 }) unit!: string;
  @field.choice(UNIT_ROLES, { zh: '职责', en: 'Role in the unit' }) role!: UnitRole;
  @field.text({ zh: '姓名', en: 'Person', max: 100 }) person!: string;
  @field.text({
    zh: '登录账号（区分同名人员）',
    en: 'Account (tells people of one name apart)',
    optional: true,
    max: 100,
  })
  account?: string;
}
export class AppointPerson extends Appointment {
  get type() {
    return 'AppointPerson' as const;
  }
}
export class ReleasePerson extends Appointment {
  get type() {
    return 'ReleasePerson' as const;
  }
}

/** Somebody is away: reminders go to the deputy named here, or else to the unit's. */
export class RecordLeave extends Occurrence {
  get type() {
    return 'RecordLeave' as const;
  }
  @field.person({ zh: '姓名', en: 'Person' }) person!: string;
  @field.day({ zh: '自', en: 'From' }) from!: IsoDate;
  @field.day({ zh: '至', en: 'Until' }) until!: IsoDate;
  @field.person({ zh: '代理人', en: 'Deputy', optional: true }) deputy?: string;
}

/** A line of an organisation file as it was read. Nothing is required here: what is missing is refused line by line, not with the whole file. */
class UnitLine {
  @field.integer({ zh: '行号', en: 'Row', min: 1 }) row!: number;
  @field.text({ zh: '单位编码', en: 'Code', optional: true, max: 60 }) code?: string;
  @field.text({ zh: '单位名称', en: 'Name', optional: true }) name?: string;
  @field.text({ zh: '类别', en: 'Kind', optional: true, max: 60 }) kind?: string;
  @field.text({ zh: '上级单位（编码或名称）', en: 'Parent (code or name)', optional: true }) parent?: string;
}
export class ImportUnits extends Occurrence {
  get type() {
    return 'ImportUnits' as const;
  }
  @field.list(UnitLine, { zh: '单位', en: 'Units', max: 20_000 }) rows!: UnitLine[];
}

/** Every command of the organisation, by name. */
export const ORGANISATION_COMMANDS = {
  AddUnit,
  RenameUnit,
  MoveUnit,
  ReclassifyUnit,
  CloseUnit,
  ReopenUnit,
  AppointPerson,
  ReleasePerson,
  RecordLeave,
  ImportUnits,
} as const;
export type OrganisationCommandType = keyof typeof ORGANISATION_COMMANDS;
export type OrganisationCommand = InstanceType<(typeof ORGANISATION_COMMANDS)[OrganisationCommandType]>;
