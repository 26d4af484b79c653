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

const SUSPENDED = /暂停|暂缓|停工|停建|缓建|中止|搁置|挂起/;

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
  said('stage', stageOf(text.stage));
  said('name', NAMED_ENDED.test(clean(text.name ?? '')) ? 'ended' : null);
  said('note', NOTED_ENDED.test(clean(text.note ?? '')) ? 'ended' : null);
  if (SUSPENDED.test(text.stage ?? '') && silentAbout(row, ['holdFrom']))
    add(row, 'said-without-day', 'stage', text.stage!);
};
