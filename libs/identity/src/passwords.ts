import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { refuse } from './rejections.ts';

// Argon2id, 19 MiB, two passes: OWASP's floor; a sign-in costs some 30 ms and an attacker's card little parallelism.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const COMMON = [
  'password',
  'passw0rd',
  'qwerty',
  '123456',
  'admin',
  'welcome',
  'letmein',
  'iloveyou',
  'abc123',
  '888888',
  '666666',
  'luodi',
  'zhaoshang',
];

/** Throws the rule that a password breaks. `user`: the account it is for. */
export const checkPassword = (password: string, user: string, field = 'password'): void => {
  if ([...password].length < 10) refuse('password-too-short', field);
  if (password.length > 128) refuse('password-too-long', field); // hashing is work: nobody may order it by the megabyte
  const plain = password.toLowerCase();
  if (user.length >= 3 && plain.includes(user.toLowerCase())) refuse('password-contains-user-name', field);
  const kinds = [/\p{Lu}/u, /[\p{Ll}\p{Lo}]/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) =>
    kind.test(password),
  ).length;
  const stripped = COMMON.reduce((rest, word) => rest.replaceAll(word, ''), plain);
  if (kinds < 3 || new Set(plain).size < 5 || stripped.length < 5) refuse('password-too-simple', field);
};

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Whether the password is the one; a hash of nobody costs the same time, so the answer's delay says nothing. */
export const isPassword = async (stored: string | null, password: string): Promise<boolean> => {
  if (password.length > 128) return false;
  const right = await verify(stored ?? (await nobody), password);
  return right && stored !== null;
};
const nobody = hash('nobody has this password', COST);

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';
const pick = (letters: string): string => letters[randomInt(letters.length)]!;

/** A password a person can read from a screen and type: 4 groups of 4, without l, o, 0, 1; some 75 bits. */
export const randomPassword = (): string => {
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => pick(LETTERS + DIGITS)).join(''));
  return `${pick(LETTERS).toUpperCase()}${groups.join('-').slice(1)}${pick(DIGITS)}`;
};
