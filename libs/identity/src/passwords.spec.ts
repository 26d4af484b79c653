import { checkPassword, hashPassword, isPassword, randomPassword } from './passwords.ts';

const codeOf = (password: string, user = 'wangqiang'): string | null => {
  try {
    checkPassword(password, user);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it.each([
  ['Kq7-short', 'password-too-short'],
  [`Aa1-${'x9'.repeat(63)}`, 'password-too-long'],
  ['Wangqiang-2026', 'password-contains-user-name'],
  ['Password123456', 'password-too-simple'],
  ['aaaaaaaaaaaa', 'password-too-simple'],
  ['Aa1-Aa1-Aa1-', 'password-too-simple'],
  ['onlysmallletters', 'password-too-simple'],
  ['River-boat-42', null],
  ['招商引资要看落地-7', null],
])('the password %s: %s', (password, code) => expect(codeOf(password)).toBe(code));

it('random passwords keep the rules and differ', () => {
  const made = Array.from({ length: 200 }, randomPassword);
  expect(new Set(made).size).toBe(200);
  expect(made.map((password) => codeOf(password, 'admin'))).toEqual(made.map(() => null));
});

it('a stored password is argon2id, and only the password opens it', async () => {
  const stored = await hashPassword('River-boat-42');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(stored, 'River-boat-42')).toBe(true);
  expect(await isPassword(stored, 'River-boat-43')).toBe(false);
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
});
