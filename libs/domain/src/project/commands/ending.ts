import * as field from '../../fields/kinds.ts';
import { CLOCK_NAMES, type ClockName } from '../../clocks/names.ts';
import type { IsoDate } from '../../dates.ts';
import type { Money } from '../../money.ts';
import type { TerminationKind } from '../events.ts';
import { ProjectOccurrence } from './occurrence.ts';
import { about } from './about.ts';
import { AFTER_SIGNING, BEFORE_SIGNING, LIVE } from '../phases.ts';

export class DropLead extends ProjectOccurrence {
  get type() {
    return 'DropLead' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'record-facts',
    stage: 'end',
    records: { LeadDropped: ['reason'] },
  });
  @field.longText({ zh: '放弃原因', en: 'Reason' }) reason!: string;
}
export class StartProduction extends ProjectOccurrence {
  get type() {
    return 'StartProduction' as const;
  }
  static readonly about = about({
    when: ['start', 'funding'],
    needs: 'record-facts',
    stage: 'end',
    day: { zh: '投产日期', en: 'In production since' },
    records: { ProductionStarted: [] },
  });
}
export class CompleteProject extends ProjectOccurrence {
  get type() {
    return 'CompleteProject' as const;
  }
  static readonly about = about({
    when: ['start', 'funding', 'production'],
    needs: 'record-facts',
    stage: 'end',
    records: { ProjectCompleted: ['text'] },
  });
  @field.longText({ zh: '完成情况', en: 'Account', optional: true }) text?: string;
}
export class TerminateProject extends ProjectOccurrence {
  get type() {
    return 'TerminateProject' as const;
  }
  static readonly about = about({
    when: AFTER_SIGNING,
    needs: 'record-facts',
    stage: 'end',
    day: { zh: '终止日期', en: 'Terminated on' },
    records: { ProjectTerminated: ['kind', 'reason', 'recoveries'] },
  });
  @field.choice(['by-investor', 'by-bureau', 'revoked'], { zh: '终止种类', en: 'Kind' }) kind!: TerminationKind;
  @field.longText({ zh: '终止原因', en: 'Reason' }) reason!: string;
  @field.money({ zh: '追回金额', en: 'Recoveries', optional: true }) recoveries?: Money;
}
export class SuspendProject extends ProjectOccurrence {
  get type() {
    return 'SuspendProject' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'end',
    day: { zh: '暂停日期', en: 'Suspended on' },
    records: { ProjectSuspended: ['reason', 'expectedEnd'] },
  });
  @field.longText({ zh: '暂停原因', en: 'Reason' }) reason!: string;
  @field.day({ zh: '预计恢复日期', en: 'Expected end', optional: true }) expectedEnd?: IsoDate;
}
export class ResumeProject extends ProjectOccurrence {
  get type() {
    return 'ResumeProject' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'end',
    day: { zh: '恢复日期', en: 'Resumed on' },
    records: { ProjectResumed: [] },
  });
}
export class ReactivateProject extends ProjectOccurrence {
  get type() {
    return 'ReactivateProject' as const;
  }
  static readonly about = about({
    when: ['dropped', 'terminated', 'completed'],
    needs: 'decide',
    stage: 'end',
    records: { ProjectReactivated: ['reason', 'restart'] },
  });
  @field.longText({ zh: '重新启动的理由', en: 'Reason' }) reason!: string;
  @field.texts({ zh: '重新起算的时限', en: 'Clocks that restart', optional: true, choices: CLOCK_NAMES })
  restart?: ClockName[];
}
export class AcceptExcuse extends ProjectOccurrence {
  get type() {
    return 'AcceptExcuse' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'decide',
    stage: 'start',
    records: { ExcuseAccepted: ['clock', 'until', 'reason'] },
  });
  @field.choice(CLOCK_NAMES, { zh: '涉及期限', en: 'Clock', optional: true }) clock?: ClockName; // agreed-start, if left out
  @field.day({ zh: '计时暂停至', en: 'Paused until' }) until!: IsoDate;
  @field.longText({ zh: '正当理由', en: 'Excuse' }) reason!: string;
}

/** In the order of the lifecycle. */
export const ENDING_COMMANDS = {
  SuspendProject,
  ResumeProject,
  StartProduction,
  CompleteProject,
  DropLead,
  TerminateProject,
  ReactivateProject,
  AcceptExcuse,
} as const;
