import type { Sentence } from '#domain';

/** What can be wrong with a record of the log, or with a seal over it. */
export const FINDINGS = {
  'content-changed': {
    zh: '记录内容与其指纹不符：内容在写入后被改动。',
    en: 'The record does not match its own hash: its content was changed after it was written.',
  },
  'chain-broken': {
    zh: '记录与前一条记录的指纹不衔接：前一条被替换，或这一条被移动、插入。',
    en: 'The record does not follow from its predecessor: one of the two was replaced, moved or inserted.',
  },
  'record-missing': {
    zh: '此处缺少一条记录：它在写入后被删除或移走。',
    en: 'A record is missing here: it was deleted or moved after it was written.',
  },
  'out-of-order': { zh: '记录的版本号不在其应在的次序上。', en: 'The record stands out of the order of its versions.' },
  'recorded-earlier': {
    zh: '记录时间早于排在它之前的记录。',
    en: 'The record claims to be older than the one before it.',
  },
  'position-impossible': {
    zh: '记录的位置不可能由本系统写入。',
    en: 'The record stands at a position that is never given.',
  },
  'sealed-records-missing': {
    zh: '已封存的记录不见了：日志被截断，或恢复成了旧备份。',
    en: 'Sealed records are gone: the log was cut short or rolled back to an older copy.',
  },
  'seal-broken': {
    zh: '这一段记录与封存时不一致。',
    en: 'The records of this stretch are not those that were sealed.',
  },
  'seal-file-missing': {
    zh: '数据库外的封存文件不见了：日志只剩数据库一处凭据。请找回 seals.jsonl 后运行 luodi verify --renew-seals。',
    en: 'The file of seals beside the database is gone: the database alone vouches for the log. Bring seals.jsonl back, then run luodi verify --renew-seals.',
  },
  'seal-file-short': {
    zh: '数据库外的封存文件缺少数据库里已有的封存：有人清空或截短了它。请恢复 seals.jsonl 后运行 luodi verify --renew-seals。',
    en: 'The file of seals beside the database lacks some that the database holds: it was emptied or cut. Restore seals.jsonl, then run luodi verify --renew-seals.',
  },
  'seal-file-unreadable': {
    zh: '数据库外的封存文件读不出来或有坏行。请恢复 seals.jsonl。',
    en: 'The file of seals beside the database cannot be read, or holds lines that are no seals. Restore seals.jsonl.',
  },
  'account-changed': {
    zh: '账号的角色、范围、单位或停用状态在数据库里被直接改动，日志里没有这次改动。',
    en: 'Roles, scope, unit or suspension of an account were changed in the database itself: the log tells of no such change.',
  },
  'key-missing': {
    zh: '这条记录里的个人信息已无法读取：密钥不见了，日志里也没有删除此人的记录。请从备份恢复密钥（person_key 与 person_name）。',
    en: 'What this record tells of somebody can be read no more: the key is gone, and no erasure tells of it. Restore the keys (person_key and person_name) from a backup.',
  },
  'seal-changed': { zh: '封存本身被改动。', en: 'The seal itself was changed.' },
} as const satisfies Record<string, Sentence>;
export type Finding = keyof typeof FINDINGS;

/** The first record at which the log is not what was written. Where a whole record or stretch is gone its stream may be unknown. */
export interface FirstBad {
  readonly position: number;
  readonly stream: string | null;
  readonly version: number | null;
  readonly what: Finding;
  readonly since?: string; // the instant at which it was first seen
}
