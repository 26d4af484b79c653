import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { SealingKey } from '#channels';

const KEY_FILE = 'secrets.key';

/** The installation's key: made at first need, readable by the process's user only. Who loses it enters the channels' secrets again; nothing else hangs on it. */
export const sealingKey = async (data: string): Promise<SealingKey> => {
  const path = join(data, KEY_FILE);
  const read = async (): Promise<Buffer | null> =>
    readFile(path, 'utf8').then(
      (text) => Buffer.from(text.trim(), 'base64'),
      () => null,
    );
  const known = await read();
  if (known !== null) return { id: 'installation', bytes: known };
  await mkdir(data, { recursive: true });
  await writeFile(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(() => undefined); // another process was faster
  await chmod(path, 0o600);
  return { id: 'installation', bytes: (await read())! };
};
