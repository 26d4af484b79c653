import type { Sentence } from '#domain';
import { OperatorRefused } from '../operator-refused.ts';

/** Why a backup is not taken, or not brought back. */
const BACKUP_REFUSALS = {
  'log-kept-elsewhere': {
    zh: '日志存放在 KurrentDB：请用它自己的备份工具备份日志。',
    en: 'The log is kept in KurrentDB: back it up with that server’s own tools.',
  },
  'folder-not-empty': {
    zh: '目标文件夹已存在，请另选一个。',
    en: 'The folder is there already: name another one.',
  },
  'no-backup': {
    zh: '这个文件夹不是落地的备份，或备份没有完成。',
    en: 'This folder is no backup of Luodi, or one that was not finished.',
  },
  'backup-of-newer-release': {
    zh: '备份出自更新的版本，请用该版本恢复。',
    en: 'The backup comes from a newer release: restore it with that one.',
  },
  'backup-damaged': {
    zh: '备份中的文件缺失或被改动，什么都没有恢复。请换用另一份备份。',
    en: 'A file of the backup is missing or was changed; nothing was restored. Use another backup.',
  },
  'installation-not-empty': {
    zh: '这里已有数据，恢复只写入空的安装。请用 --data 指定新文件夹，或用 DATABASE_URL 指定空数据库。',
    en: 'There are records here already, and a restore writes into an empty installation only: name a new folder with --data, or an empty database with DATABASE_URL.',
  },
} as const satisfies Record<string, Sentence>;

/** A backup was not taken or not brought back; nothing was changed. */
export class BackupRefused extends OperatorRefused {
  override readonly name = 'BackupRefused';
  constructor(code: keyof typeof BACKUP_REFUSALS, detail: string) {
    super(code, BACKUP_REFUSALS[code], detail);
  }
}
