import { createHash, randomBytes } from 'node:crypto';

/** A secret that is shown once, 256 bits; only its hash is kept, so a stolen database signs nobody in. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const TOKEN_PREFIX = 'luodi_'; // lets secret scanners find a token that leaked into a file
