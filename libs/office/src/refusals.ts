import { isConnectionLost } from '#database';
import { InvalidCommand, Rejected, type FieldError, type Sentence } from '#domain';
import { OperatorRefused } from './operator-refused.ts';

/** What the office itself says no to, through whichever door it was asked. Rules of the domain have their own tables. */
const OFFICE_REFUSALS = {
  'invalid-request': { zh: '请求中有不正确的内容。', en: 'Something in the request is wrong.' },
  'invalid-text': { zh: '请求中含有无法保存的字符。', en: 'The request holds characters that cannot be stored.' },
  'invalid-cursor': { zh: '分页游标无效。', en: 'The cursor is not one that this list gave.' },
  'unknown-field': { zh: '清单没有这个字段。', en: 'The list has no such field.' },
  'list-unknown': { zh: '没有这个清单。', en: 'There is no such list.' },
  'period-unknown': {
    zh: '期间须写成 2023、2023-Q1、2023-H1、2023-03 或 2023-01-01..2023-03-31。',
    en: 'Write the period as 2023, 2023-Q1, 2023-H1, 2023-03 or 2023-01-01..2023-03-31.',
  },
  'days-reversed': {
    zh: '起始日期不能晚于截止日期。',
    en: 'The first day cannot be later than the last.',
  },
  'definition-or-draft': {
    zh: '请给出口径文件或草案号，二者取一。',
    en: 'Give a document or the number of a draft, one of the two.',
  },
  'board-not-frozen': { zh: '该月没有定榜。', en: 'The board of that month was not frozen.' },
  'period-never-closed': { zh: '该月没有关过账。', en: 'That month was never closed.' },
  'definition-unknown': { zh: '没有这个口径。', en: 'There is no such definition.' },
  'metric-unknown': { zh: '没有这个指标。', en: 'There is no such metric.' },
  'figure-row-unknown': { zh: '表中没有这一行。', en: 'The table has no such row.' },
  'report-unknown': { zh: '没有这种报告。', en: 'There is no such report.' },
  'report-number-unknown': { zh: '没有这个文号的文件。', en: 'No issue has this number.' },
  'report-beyond-scope': {
    zh: '文件以全局名义印发，须有全部数据范围。',
    en: 'An issue is printed in the name of the whole bureau and needs the scope of all.',
  },
  'bureau-beyond-scope': {
    zh: '这是以全局名义办理的事项，须有全部数据范围；属于本单位的，请写明单位。',
    en: 'This is done in the name of the whole bureau and needs the scope of all. Where it is one unit’s, name the unit.',
  },
  'paper-unknown': { zh: '该项目没有这份材料。', en: 'The project has no such paper.' },
  'paper-lost': {
    zh: '这份材料的文件已丢失或被改动，不能下载。请管理员从备份恢复数据文件夹中的 papers；重新上传同一文件也可恢复。',
    en: 'The file of this paper is missing or altered and is not given out. Have the folder papers restored from the backup; attaching the same file again heals it too.',
  },
  'import-unknown': { zh: '没有这次导入。', en: 'There is no such import.' },
  'import-interrupted': {
    zh: '导入途中服务中断。已写入的保留；请再次导入同一文件，将从停下处继续。',
    en: 'The server stopped during the import. What was stored stays: import the same file again, and it goes on from there.',
  },
  'import-beyond-scope': {
    zh: '导入会写入各单位的项目，须有全部数据范围。',
    en: 'An import writes into every unit’s projects and needs the scope of all.',
  },
  'feed-beyond-scope': {
    zh: '事件流包含各单位的全部事实，须有全部数据范围。',
    en: 'The feed holds every unit’s facts and needs the scope of all.',
  },
  'event-unknown': { zh: '没有这种事件。', en: 'There is no such event.' },
  'feed-full': {
    zh: '同时订阅事件流的人数已满，请稍后再试。',
    en: 'As many follow the feed as may at once: try again later.',
  },
  'erasure-beyond-scope': {
    zh: '删除个人信息须有全部数据范围。',
    en: 'Erasing people needs the data scope “all”.',
  },
  'verify-beyond-scope': {
    zh: '核验涉及全部记录，须有全部数据范围。',
    en: 'Verifying reads every record and needs the scope of all.',
  },
  'unit-beyond-scope': {
    zh: '该单位不在您的管理范围内。把项目交给其他单位，请用“申请移交”，由对方接收。',
    en: 'That unit is beyond your scope. To hand a project to another unit ask for a transfer, which the other accepts.',
  },
  'transfer-not-accepted': {
    zh: '项目尚未移交给您的单位：接收之前只能查看。',
    en: 'The project is not yet your unit’s: before it is accepted it can only be looked at.',
  },
  'transfer-accepted-by-giver': {
    zh: '移交须由接收单位的另一人接收，申请人不能代为接收。',
    en: 'A transfer is accepted by somebody of the receiving unit, not by who asked for it.',
  },
  'channel-unknown': { zh: '没有这个通知渠道。', en: 'There is no such channel.' },
  'person-unknown': { zh: '没有这个人：请填写其用户名。', en: 'There is nobody with this id: give a login.' },
  'approver-cannot-approve': {
    zh: '此人不能批准：账号已停用、没有审批权限，或看不到所办事项。请另选批准人。',
    en: 'This person cannot approve it: without an account in use, without the right to decide, or without sight of it. Name somebody else.',
  },
  'number-is-given': {
    zh: '文号由系统按年度顺序给出，请勿填写；其他文号请写在“依据”里。',
    en: 'The number is given in order of the year: leave it out. Another number belongs into the basis.',
  },
  'unit-unknown': { zh: '组织树中没有这个单位。', en: 'The organisation has no such unit.' },
  'idempotency-key-reused': {
    zh: '同一 Idempotency-Key 已用于另一条不同的命令。',
    en: 'This Idempotency-Key was used for another command.',
  },
  'stale-version': {
    zh: '资料已被他人更新，请刷新后再办理。',
    en: 'Somebody else changed this meanwhile; reload and try again.',
  },
  conflict: { zh: '多人同时办理，请重试。', en: 'Several people acted at the same time; try again.' },
  'code-taken': { zh: '该项目编号已被其他项目使用。', en: 'Another project has this code.' },
  'fact-cannot-be-kept': {
    zh: '这条记录会使项目无法列入清单（金额、日期或文字超出范围），没有保存。请检查各项数值。',
    en: 'With this fact no list could hold the project (an amount, a day or a text is out of bounds). Nothing was stored: check its values.',
  },
  'contract-number-taken': { zh: '该合同号已被其他项目使用。', en: 'Another project has this contract number.' },
  'newer-release': {
    zh: '其中有较新版本写入的记录，本服务的版本读不懂，没有保存。升级完成后请再办理。',
    en: 'It holds a fact that a newer release recorded and this server cannot read. Nothing was stored: try again when the upgrade is done.',
  },
  'record-unreadable': {
    zh: '其中有一条无法读取的记录，已被搁置，没有保存。请管理员用 luodi doctor 查看是哪一条，更正后再办理；其他事项不受影响。',
    en: 'It holds a record that cannot be read and is set aside; nothing was stored. Have an administrator see with luodi doctor which it is; everything else goes on.',
  },
  'clock-behind': {
    zh: '服务器时钟比最近一条记录早了几分钟以上，无法判定先后，没有保存。请管理员校准服务器时间。',
    en: 'The server’s clock stands minutes before the last record, so the order cannot be told. Nothing was stored: have its clock set right.',
  },
  'append-too-large': {
    zh: '一次写入的内容超过日志服务器的上限，没有保存。请分几次办理，或请管理员调大 KurrentDB 的 MaxAppendSize。',
    en: 'This is more than the log server takes at once. Nothing was stored: do it in parts, or have KurrentDB’s MaxAppendSize raised.',
  },
  unavailable: {
    zh: '数据库暂时不可用，请稍后重试；没有丢失任何已确认的数据。',
    en: 'The database cannot be reached now; try again later. Nothing acknowledged was lost.',
  },
  internal: {
    zh: '服务出错，已记录。请把编号告诉管理员。',
    en: 'Something went wrong and was recorded. Tell an administrator the number.',
  },
} as const satisfies Record<string, Sentence>;
export type OfficeRefusalCode = keyof typeof OFFICE_REFUSALS;

/** To be thrown. `field`: the part of the request that is at fault. */
export const refused = (code: OfficeRefusalCode, field: string | null = null): Rejected =>
  new Rejected(code, OFFICE_REFUSALS[code], field);

/** A refusal as it is told: its code, its sentence and what is wrong field by field. */
export interface Refusal extends Sentence {
  readonly code: string;
  readonly errors: readonly FieldError[];
}

const BY_NAME: Readonly<Record<string, OfficeRefusalCode>> = {
  StaleVersion: 'stale-version',
  WrongExpectedVersion: 'conflict',
  BadCursor: 'invalid-cursor',
  UnknownField: 'unknown-field',
  Unreachable: 'unavailable',
  DatabaseBusy: 'unavailable',
  ClockBehind: 'clock-behind',
  NewerFact: 'newer-release',
  UnreadableFact: 'record-unreadable',
  AppendTooLarge: 'append-too-large',
};
// PostgreSQL: text it cannot hold; and what says that it is away, full or restarting.
const UNSTORABLE = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008']);
const AWAY = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|ENOSPC)/;

export const refusal = (code: OfficeRefusalCode, errors: readonly FieldError[] = []): Refusal => ({
  code,
  ...OFFICE_REFUSALS[code],
  errors,
});

const atField = (field: string, code: string, { zh, en }: Sentence): readonly FieldError[] => [{ field, code, zh, en }];

/** What the code of PostgreSQL or of the network means. Null: it says nothing of this. */
const ofDatabase = (code: unknown): Refusal | null => {
  if (typeof code !== 'string') return null;
  if (UNSTORABLE.has(code)) return refusal('invalid-text');
  return AWAY.test(code) ? refusal('unavailable') : null;
};

/** What an error means to who asked. Null: nobody foresaw it. */
export const refusalOf = (error: unknown): Refusal | null => {
  if (error instanceof Rejected) {
    const { code, sentence, field } = error;
    const { zh, en } = sentence;
    return { code, zh, en, errors: field === null ? [] : atField(field, code, sentence) };
  }
  if (error instanceof OperatorRefused) return { code: error.code, ...error.sentence, errors: [] };
  if (error instanceof InvalidCommand) return refusal('invalid-request', error.errors);
  if (typeof error !== 'object' || error === null) return null;
  const { name = '', code, field } = error as { name?: string; code?: unknown; field?: unknown };
  const named = BY_NAME[name];
  if (named === 'unknown-field') return refusal(named, atField(String(field), named, OFFICE_REFUSALS[named]));
  if (named !== undefined) return refusal(named);
  return isConnectionLost(error) ? refusal('unavailable') : ofDatabase(code);
};
