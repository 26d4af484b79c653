import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Rejected, type Sentence } from '#domain';

/** A key for sealing. `id` tells sealed texts apart when the key is changed: letters, digits, hyphens. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const REFUSALS = {
  'sealing-key-wrong': {
    zh: '密封密钥须为 32 个字节，编号只含字母、数字和连字符。',
    en: 'A sealing key has 32 bytes and an id of letters, digits and hyphens.',
  },
  'sealing-key-unknown': {
    zh: '没有用于打开该密文的密钥，请恢复原密钥或重新填写。',
    en: 'The key that sealed this secret is not here: bring it back, or enter the secret again.',
  },
  'secret-unreadable': {
    zh: '密文无法打开：密钥不对、内容被改动，或不属于此处。请重新填写。',
    en: 'The sealed secret cannot be opened: wrong key, altered text, or a text from another place. Enter it again.',
  },
} as const satisfies Record<string, Sentence>;

const refuse = (code: keyof typeof REFUSALS): never => {
  throw new Rejected(code, REFUSALS[code]);
};

const SHAPE = /^v1\.([A-Za-z0-9-]{1,40})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;
const NONCE = 12; // bytes
const TAG = 16; // bytes

const bytesOf = ({ id, bytes }: SealingKey): Buffer =>
  bytes.length === 32 && /^[A-Za-z0-9-]{1,40}$/.test(id) ? bytes : refuse('sealing-key-wrong');

// The key's id and the place are bound in: a sealed text copied into another channel's row does not open there.
const bound = (keyId: string, context: string): Buffer => Buffer.from(`luodi secret v1 ${keyId} ${context}`);

/** Seals a secret with AES-256-GCM. `context` says where it belongs, such as "channel:office-mail:password"; the same is needed to open it. */
export const seal = (text: string, key: SealingKey, context: string): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', bytesOf(key), nonce).setAAD(bound(key.id, context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${key.id}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
};

/** Opens a sealed secret with whichever of `keys` sealed it, or refuses without saying anything of its content. */
export const open = (sealed: string, keys: readonly SealingKey[], context: string): string => {
  const [, keyId = '', nonce = '', rest = ''] = SHAPE.exec(sealed) ?? refuse('secret-unreadable');
  const key = keys.find(({ id }) => id === keyId) ?? refuse('sealing-key-unknown');
  const keyBytes = bytesOf(key);
  const bytes = Buffer.from(rest, 'base64url');
  const start = Buffer.from(nonce, 'base64url');
  if (
    bytes.length < TAG ||
    start.length !== NONCE ||
    bytes.toString('base64url') !== rest ||
    start.toString('base64url') !== nonce
  )
    return refuse('secret-unreadable');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyBytes, start, { authTagLength: TAG })
      .setAAD(bound(keyId, context))
      .setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    return refuse('secret-unreadable');
  }
};

/** The id of the key that sealed a text: what is not under the present key is sealed again when keys change. */
export const sealedUnder = (sealed: string): string | null => SHAPE.exec(sealed)?.[1] ?? null;
