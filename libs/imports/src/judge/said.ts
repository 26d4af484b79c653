import { clean, readFlag } from '../cells/text.ts';
import type { FieldName } from '../columns/field-names.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { frameworkOf, stageOf, type Stage } from '../rows/meanings.ts';
import { add, hasFinding } from './found.ts';

/** Whether none of these days is told, nor one that was not understood. */
const silentAbout = (row: LedgerRow, fields: readonly FieldName[]): boolean =>
  fields.every((field) => row.days[field] === undefined && !hasFinding(row, field));

const DAYS_OF: Record<Stage, readonly FieldName[]> = {
  signed: ['signedOn'],
  started: ['startOn', 'landedOn', 'productionOn', 'completedOn'],
  ended: ['endedOn', 'droppedOn'],
};

/** What a name or a remark says of the end of its project, and nothing else: 甲项目（已终止）, 备注 已解约. */
const ENDED =
  '(该?项目)?(现?已|经)?(于?\\d{2,4}[.\\-/年]\\d{1,2}[.\\-/月]?(\\d{1,2}日?)?)?(已)?(终止|解约|退出|撤销|取消|清退|解除|流失|作废)(合同|协议|合作|项目)?';
const NAMED_ENDED = new RegExp(`[(【[]${ENDED}[)】\\]]$|^[(【[]${ENDED}[)】\\]]`);
const NOTED_ENDED = new RegExp(`^${ENDED}[。.]?$`);

/** A remark that begins with a start, 已开工，完成场平, or tells the day of one, and one that says that no more than a framework was signed. */
const NOTED_STARTED =
  /^(该?项目)?(现|目前)?(已(正式)?|(已?于)?\d{2,4}[.\-/年]\d{1,2}[.\-/月]?(\d{1,2}日?)?(已|正式)?)(开工|动工|投产|建成投产|竣工)(建设)?([,，;；。(].*)?$/;
const NOTED_FRAMEWORK =
  /^(目前|现)?(仅|只|已)?(签订?|签署|签的?是?)?(了)?(框架|意向|战略)性?(合作)?(协议|合同)?([,，;；。]?(尚|暂|还)?未签(订|署)?正?式?(合同|协议|投资合同)?)?[。.]?$/;

const SUSPENDED = /暂停|暂缓|停工|停建|缓建|中止|搁置|挂起/;

/** What a remark says of an end, a start or a mere framework, beside which no day stands. */
const checkNote = (row: LedgerRow, said: (field: FieldName, stage: Stage | null) => void): void => {
  const note = clean(row.text.note ?? '');
  said('note', NOTED_ENDED.test(note) ? 'ended' : NOTED_STARTED.test(note) ? 'started' : null);
  if (row.days.signedOn !== undefined && NOTED_FRAMEWORK.test(note)) add(row, 'decides-unclear', 'note', note);
};

const isYes = (written: string | undefined): boolean => readFlag(written ?? null) === true;

/** What a row says that a day should stand beside. */
export const checkSaid = (row: LedgerRow): void => {
  const { text } = row;
  const said = (field: FieldName, stage: Stage | null): void => {
    if (stage === null || !silentAbout(row, DAYS_OF[stage])) return;
    if (stage === 'signed' && frameworkOf(text.agreementKind) !== null) return;
    add(row, 'decides-without-day', field, text[field] ?? null);
  };
  said('saidSigned', isYes(text.saidSigned) ? 'signed' : null);
  said('saidStarted', isYes(text.saidStarted) ? 'started' : null);
  if (isYes(text.saidEntered) && silentAbout(row, ['enteredOn']))
    add(row, 'said-without-day', 'saidEntered', text.saidEntered!);
  said('saidEnded', isYes(text.saidEnded) ? 'ended' : null);
  said('stage', stageOf(text.stage));
  said('name', NAMED_ENDED.test(clean(text.name ?? '')) ? 'ended' : null);
  checkNote(row, said);
  if (SUSPENDED.test(text.stage ?? '') && silentAbout(row, ['holdFrom']))
    add(row, 'said-without-day', 'stage', text.stage!);
};
