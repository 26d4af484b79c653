import type { Sentence } from '#domain';

/** Why the installation cannot be reached or started, and what to do about it. */
export const UNREACHABLE = {
  'data-folder-unwritable': {
    zh: '数据目录不可写，请检查权限或换一个目录（--data）。',
    en: 'The data folder cannot be written: check its rights or choose another (--data).',
  },
  'database-does-not-start': {
    zh: '内置数据库无法启动，请看数据库日志（postgres.log）。',
    en: 'The embedded database does not start: see its log (postgres.log).',
  },
  'database-unreachable': {
    zh: '连不上数据库，请检查 DATABASE_URL 与数据库是否在运行。',
    en: 'The database cannot be reached: check DATABASE_URL and that it is running.',
  },
  'database-too-old': {
    zh: 'DATABASE_URL 指定的 PostgreSQL 版本过低，请用 16 或更新的版本。',
    en: 'The PostgreSQL of DATABASE_URL is too old: use release 16 or later.',
  },
  'disk-full': {
    zh: '磁盘已满，请腾出空间后重试；已确认的数据没有丢失。',
    en: 'The disk is full: free some space and try again; nothing acknowledged was lost.',
  },
  'already-running': {
    zh: '另一个落地服务正在使用这个数据目录。',
    en: 'Another Luodi server is already using this data folder.',
  },
  'port-in-use': { zh: '端口已被占用，请用 --port 换一个。', en: 'The port is in use: choose another with --port.' },
  'log-too-short': {
    zh: '日志比清单、提醒或封存所知的要短：它被截断，或恢复成了旧备份。请恢复最新的备份；若确要沿用较短的日志，请移走 seals.jsonl，清空 seal 表，并运行 luodi rebuild。',
    en: 'The log is shorter than lists, reminders or seals know: it was cut short, or an old copy was brought back. Restore the newest backup; to go on with the shorter log all the same, move seals.jsonl away, empty the table seal, and run luodi rebuild.',
  },
  'log-elsewhere': {
    zh: '本机构的日志存放在别处：请按所示设置 EVENT_STORE。清单与提醒只对应原来的日志。',
    en: 'This installation keeps its log elsewhere: set EVENT_STORE as it says. Lists and reminders belong to that log alone.',
  },
  'log-moving': {
    zh: '日志正在搬迁，请等 luodi move 结束后再启动。',
    en: 'The log is being moved: start when luodi move has ended.',
  },
  'log-unreachable': {
    zh: '连不上 KurrentDB 日志，请检查 KURRENTDB_URL 与服务器是否在运行。',
    en: 'The log in KurrentDB cannot be reached: check KURRENTDB_URL and that it is running.',
  },
  'log-denied': {
    zh: 'KurrentDB 拒绝了用户名或密码，或其无权读写：请检查 KURRENTDB_URL。',
    en: 'The KurrentDB refuses the user, the password or their rights: check KURRENTDB_URL.',
  },
  'migration-changed': {
    zh: '数据库结构与本版本不符，请使用更新的版本。',
    en: 'The database was laid by another version: use a newer release.',
  },
} as const satisfies Record<string, Sentence>;
type UnreachableCode = keyof typeof UNREACHABLE;

/** The installation cannot be used at all; nothing was changed. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly sentence: Sentence;
  constructor(
    readonly code: UnreachableCode,
    readonly detail: string,
  ) {
    super(`${code}: ${UNREACHABLE[code].en} (${detail})`);
    this.sentence = UNREACHABLE[code];
  }
}

/** Whether a connection went while somebody waited for it: the driver says so in words, without a code. */
export const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error && /^(Connection terminated|Client has encountered a connection error)/.test(error.message);

/** Whether an error of the file system or of PostgreSQL says that the disk is full. */
export const isDiskFull = (error: unknown): boolean => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return ['ENOSPC', '53100'].includes(String(code)) || /No space left on device/.test(String(message));
};
