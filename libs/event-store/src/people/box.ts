import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Owner, PersonRef } from '#domain';

const NONCE = 12; // bytes
const TAG = 16; // bytes

export const drawKey = (): Buffer => randomBytes(32);
export const drawRef = (): PersonRef => randomBytes(12).toString('base64url') as PersonRef;

/** Under what a person is found again while the key lives. */
export const digestOf = (owner: Owner): Buffer => createHash('sha256').update(owner).digest();

/** AES-256-GCM, bound to the person; base64url of nonce, content and tag. */
export const closeBox = (person: PersonRef, key: Buffer, text: string): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(person));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
};

/** Null where it is not what was closed with this key. */
export const openBox = (person: PersonRef, key: Buffer, content: string): string | null => {
  const bytes = Buffer.from(content, 'base64url');
  if (bytes.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(person))
      .setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
};
