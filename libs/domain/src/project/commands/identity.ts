import * as field from '../../fields/kinds.ts';
import type { IsoDate } from '../../dates.ts';
import type { Money } from '../../money.ts';
import type { CreditShare, LandMode, SplitChild } from '../events.ts';
import { RecordProject } from './lead.ts';
import { ProjectOccurrence } from './occurrence.ts';
import { about } from './about.ts';
import { AFTER_SIGNING, LIVE, PHASES } from '../phases.ts';

class SplitChildEntry implements SplitChild {
  @field.id({ zh: '子项目标识', en: 'Child id' }) id!: string;
  @field.text({ zh: '子项目编号', en: 'Child code', max: 60 }) code!: string;
  @field.text({ zh: '子项目名称', en: 'Child title' }) title!: string;
  @field.money({ zh: '分得合同额', en: 'Contracted investment' }) contracted!: Money;
}
export class SplitProject extends ProjectOccurrence {
  get type() {
    return 'SplitProject' as const;
  }
  static readonly about = about({
    when: AFTER_SIGNING,
    needs: 'decide',
    stage: 'identity',
    records: { ProjectSplit: [] },
  });
  @field.list(SplitChildEntry, { zh: '子项目', en: 'Children', max: 20 }) children!: SplitChildEntry[];
  @field.money({ zh: '母项目保留额', en: 'Rest kept by the parent' }) rest!: Money;
}
/** Given by the product to each child of a split; a person gives SplitProject. */
export class RecordSplitOff extends ProjectOccurrence {
  get type() {
    return 'RecordSplitOff' as const;
  }
  static readonly about = about({
    when: ['none'],
    needs: 'decide',
    byProduct: true,
    records: { ProjectSplitOff: ['agreedStart', 'landMode'] },
  });
  @field.text({ zh: '母项目', en: 'Parent', max: 60 }) parent!: string;
  @field.group(RecordProject, { zh: '项目情况', en: 'Project' }) project!: RecordProject;
  @field.money({ zh: '分得合同额', en: 'Contracted investment' }) contracted!: Money;
  @field.day({ zh: '母项目签约日期', en: 'Signed on' }) signedOn!: IsoDate;
  @field.day({ zh: '约定开工日期', en: 'Agreed start', optional: true }) agreedStart?: IsoDate;
  @field.choice(['purchase', 'lease'], { zh: '供地方式', en: 'Land mode', optional: true }) landMode?: LandMode;
}
export class MergeProjects extends ProjectOccurrence {
  get type() {
    return 'MergeProjects' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'decide',
    stage: 'identity',
    records: { ProjectsMerged: ['contracted'] },
  });
  @field.text({ zh: '被并入的项目', en: 'Absorbed project', max: 60 }) absorbed!: string;
  @field.money({ zh: '随之并入的合同额', en: 'Contracted investment that comes with it', optional: true })
  contracted?: Money;
}
/** Given by the product to the project that a merge absorbed. */
export class RecordAbsorption extends ProjectOccurrence {
  get type() {
    return 'RecordAbsorption' as const;
  }
  static readonly about = about({ when: LIVE, needs: 'decide', byProduct: true, records: { ProjectAbsorbed: [] } });
  @field.text({ zh: '存续项目', en: 'Survivor', max: 60 }) survivor!: string;
}
export class RecordColumns extends ProjectOccurrence {
  get type() {
    return 'RecordColumns' as const;
  }
  static readonly about = about({
    when: PHASES,
    needs: 'record-facts',
    byProduct: true,
    records: { ColumnsChanged: [] },
  });
  @field.anything({ zh: '台账其他列', en: 'Other columns of the ledger' }) extra!: Readonly<Record<string, string>>;
  @field.anything({ zh: '原来', en: 'Before' }) before!: Readonly<Record<string, string>>;
}
export class RenameProject extends ProjectOccurrence {
  get type() {
    return 'RenameProject' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'identity',
    records: { ProjectRenamed: ['to'] },
  });
  @field.text({ zh: '新名称', en: 'New title' }) to!: string;
}
export class TagProject extends ProjectOccurrence {
  get type() {
    return 'TagProject' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'identity',
    records: { ProjectTagged: ['add', 'remove'] },
  });
  @field.texts({ zh: '加标签', en: 'Add', optional: true }) add?: string[];
  @field.texts({ zh: '去标签', en: 'Remove', optional: true }) remove?: string[];
}
export class AssignOwner extends ProjectOccurrence {
  get type() {
    return 'AssignOwner' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'people',
    records: { OwnerAssigned: ['unit', 'leader', 'steward', 'liaisons'] },
  });
  @field.text({ zh: '责任单位', en: 'Unit', optional: true, max: 100 }) unit?: string;
  @field.person({ zh: '包保领导', en: 'Responsible leader', optional: true }) leader?: string;
  @field.person({ zh: '项目管家', en: 'Project steward', optional: true }) steward?: string;
  @field.texts({ zh: '联络员', en: 'Liaisons', optional: true, max: 20 }) liaisons?: string[];
}
export class RequestTransfer extends ProjectOccurrence {
  get type() {
    return 'RequestTransfer' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'people',
    records: { TransferRequested: ['toUnit', 'reason'] },
  });
  @field.text({ zh: '移交给', en: 'To unit', max: 100 }) toUnit!: string;
  @field.longText({ zh: '移交理由', en: 'Reason' }) reason!: string;
}
export class AcceptTransfer extends ProjectOccurrence {
  get type() {
    return 'AcceptTransfer' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'people',
    records: { TransferAccepted: [] },
  });
}
class CreditEntry implements CreditShare {
  @field.text({ zh: '单位', en: 'Unit', max: 100 }) unit!: string;
  @field.decimal({ zh: '份额（%）', en: 'Share (%)' }) percent!: string;
}
export class SetCredit extends ProjectOccurrence {
  get type() {
    return 'SetCredit' as const;
  }
  static readonly about = about({ when: PHASES, needs: 'decide', stage: 'people', records: { CreditSet: ['shares'] } });
  @field.list(CreditEntry, { zh: '份额', en: 'Shares', max: 20 }) shares!: CreditEntry[];
}

/** In the order of the lifecycle. */
export const IDENTITY_COMMANDS = {
  RenameProject,
  TagProject,
  SplitProject,
  RecordSplitOff,
  MergeProjects,
  RecordAbsorption,
  RecordColumns,
  AssignOwner,
  RequestTransfer,
  AcceptTransfer,
  SetCredit,
} as const;
