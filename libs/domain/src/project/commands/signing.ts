import * as field from '../../fields/kinds.ts';
import type { IsoDate } from '../../dates.ts';
import type { Money } from '../../money.ts';
import type { AmendmentKind, FundingInstalment, LandMode } from '../events.ts';
import { ProjectOccurrence } from './occurrence.ts';
import { about } from './about.ts';
import { AFTER_SIGNING, LIVE } from '../phases.ts';

class InstalmentEntry implements FundingInstalment {
  @field.day({ zh: '应到日期', en: 'Due' }) due!: IsoDate;
  @field.money({ zh: '金额', en: 'Amount' }) amount!: Money;
}
export class SignContract extends ProjectOccurrence {
  get type() {
    return 'SignContract' as const;
  }
  static readonly about = about({
    when: LIVE, // the decision says why a second one is refused
    needs: 'record-facts',
    stage: 'signing',
    day: { zh: '签约日期', en: 'Signed on' },
    records: {
      ContractSigned: [
        'number',
        'contracted',
        'fixedAssets',
        'parties',
        'agreedStart',
        'fundingSchedule',
        'landMode',
        'tags',
      ],
    },
  });
  @field.text({ zh: '合同编号', en: 'Number', optional: true, max: 100 }) number?: string;
  @field.money({ zh: '合同投资额', en: 'Contracted investment' }) contracted!: Money;
  @field.money({ zh: '其中固定资产投资', en: 'Fixed-asset part', optional: true }) fixedAssets?: Money;
  @field.texts({ zh: '签约各方', en: 'Parties', optional: true }) parties?: string[];
  @field.day({ zh: '约定开工日期', en: 'Agreed start', optional: true }) agreedStart?: IsoDate;
  @field.list(InstalmentEntry, { zh: '资金到位计划', en: 'Funding schedule', optional: true })
  fundingSchedule?: InstalmentEntry[];
  @field.choice(['purchase', 'lease'], { zh: '供地方式', en: 'Land mode', optional: true })
  landMode?: LandMode;
  @field.texts({ zh: '标签', en: 'Tags', optional: true }) tags?: string[];
}
export class FileContract extends ProjectOccurrence {
  get type() {
    return 'FileContract' as const;
  }
  static readonly about = about({
    when: AFTER_SIGNING,
    needs: 'record-facts',
    stage: 'signing',
    records: { ContractFiled: ['filingNumber'] },
  });
  @field.text({ zh: '备案号', en: 'Filing number' }) filingNumber!: string;
}
export class AmendContract extends ProjectOccurrence {
  get type() {
    return 'AmendContract' as const;
  }
  static readonly about = about({
    when: AFTER_SIGNING,
    needs: 'record-facts',
    stage: 'signing',
    day: { zh: '变更日期', en: 'Amended on' },
    records: { ContractAmended: ['kind', 'contractedTo', 'agreedStartTo', 'text'] },
  });
  @field.choice(['increase', 'upgrade', 'scope', 'party', 'schedule'], { zh: '变更种类', en: 'Kind' })
  kind!: AmendmentKind;
  @field.money({ zh: '变更后合同额', en: 'Contracted investment afterwards', optional: true }) contractedTo?: Money;
  @field.day({ zh: '变更后约定开工日期', en: 'Agreed start afterwards', optional: true }) agreedStartTo?: IsoDate;
  @field.longText({ zh: '变更内容', en: 'What changes', optional: true }) text?: string;
}
export class RecordCeremony extends ProjectOccurrence {
  get type() {
    return 'RecordCeremony' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'signing',
    records: { CeremonyRecorded: ['text'] },
  });
  @field.longText({ zh: '仪式情况', en: 'About the ceremony', optional: true }) text?: string;
}

/** In the order of the lifecycle. */
export const SIGNING_COMMANDS = { SignContract, FileContract, AmendContract, RecordCeremony } as const;
