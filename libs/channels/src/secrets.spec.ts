import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { open, seal, sealedUnder, type SealingKey } from './secrets.ts';

const key = (id: string, from = id): SealingKey => ({ id, bytes: createHash('sha256').update(from).digest() });
const old = key('2025');
const present = key('2026');
const PLACE = 'channel:office-mail:password';
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'opened';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('any text opens again as it was, and is sealed differently every time', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const sealed = seal(text, present, PLACE);
      expect(open(sealed, [old, present], PLACE)).toBe(text);
      expect(seal(text, present, PLACE)).not.toBe(sealed);
      if (text.length >= 4) expect(sealed).not.toContain(text);
    }),
  ));
it('any one changed character is refused', () => {
  const sealed = seal('SEC-robot-1', present, PLACE);
  for (let index = 0; index < sealed.length; index += 1) {
    const other = sealed[index] === 'A' ? 'B' : 'A';
    expect(
      codeOf(() => open(`${sealed.slice(0, index)}${other}${sealed.slice(index + 1)}`, [old, present], PLACE)),
    ).toMatch(/^(secret-unreadable|sealing-key-unknown)$/);
  }
});
it.each([
  [
    'the same key id with other bytes',
    () => open(seal('x', present, PLACE), [key('2026', 'another')], PLACE),
    'secret-unreadable',
  ],
  ['another place', () => open(seal('x', present, PLACE), [present], 'channel:other:password'), 'secret-unreadable'],
  ['a key that is gone', () => open(seal('x', old, PLACE), [present], PLACE), 'sealing-key-unknown'],
  ['a text that was never sealed', () => open('plain text', [present], PLACE), 'secret-unreadable'],
  ['a cut text', () => open(seal('x', present, PLACE).slice(0, -8), [present], PLACE), 'secret-unreadable'],
  ['a short key', () => seal('x', { id: 'k', bytes: Buffer.alloc(16) }, PLACE), 'sealing-key-wrong'],
  ['a key id with a dot', () => seal('x', { id: 'a.b', bytes: Buffer.alloc(32) }, PLACE), 'sealing-key-wrong'],
])('%s is refused', (_what, act, code) => expect(codeOf(act)).toBe(code));
it('a change of keys finds what is still under the old one', () => {
  const sealed = seal('SEC-robot-1', old, PLACE);
  expect([
    sealedUnder(sealed),
    sealedUnder(seal(open(sealed, [old, present], PLACE), present, PLACE)),
    sealedUnder('nonsense'),
  ]).toEqual(['2025', '2026', null]);
});
