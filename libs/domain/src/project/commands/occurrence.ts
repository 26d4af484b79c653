import * as field from '../../fields/kinds.ts';
import type { IsoDate } from '../../dates.ts';
import type { Evidence } from '../../event.ts';

/** A paper behind the fact. */
class EvidenceEntry implements Evidence {
  @field.text({ zh: '材料种类', en: 'Kind of paper' }) kind!: string;
  @field.text({ zh: '编号', en: 'Number', optional: true }) number?: string;
  @field.text({ zh: '文件摘要（sha256）', en: 'File digest (sha256)', optional: true, max: 64 }) sha256?: string;
}

/** What any command may say beside its own fields: when it happened in business, and on what paper. */
export abstract class Occurrence {
  @field.day({ zh: '发生日期', en: 'Occurred on', optional: true }) occurredOn?: IsoDate; // the day of recording, if left out
  @field.text({
    zh: '依据（文号、合同号、凭证号）',
    en: 'Basis (document, contract or voucher number)',
    optional: true,
  })
  basis?: string;
  @field.longText({ zh: '备注', en: 'Note', optional: true }) note?: string;
  @field.list(EvidenceEntry, { zh: '佐证材料', en: 'Evidence', optional: true, max: 50 }) evidence?: EvidenceEntry[];
}

/** What is recorded of a project. Who names an approver puts it to that person, who approves it with an own sign-in. */
export abstract class ProjectOccurrence extends Occurrence {
  @field.text({ zh: '批准人', en: 'Approver', optional: true }) approver?: string;
}
