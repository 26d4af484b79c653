import fc from 'fast-check';
import { closeBox, digestOf, drawKey, drawRef, openBox } from './box.ts';

const [person, other] = [drawRef(), drawRef()];
const [key, wrong] = [drawKey(), drawKey()];

it('what is closed opens with its key, for its person, and says nothing meanwhile', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const content = closeBox(person, key, text);
      expect(content).toMatch(/^[\w-]+$/);
      expect(openBox(person, key, content)).toBe(text);
    }),
  );
  expect(closeBox(person, key, '13812345678')).not.toBe(closeBox(person, key, '13812345678'));
});

it('it does not open with another key, for another person, or changed anywhere', () => {
  const content = closeBox(person, key, '13812345678');
  expect(openBox(person, wrong, content)).toBeNull();
  expect(openBox(other, key, content)).toBeNull();
  const bytes = Buffer.from(content, 'base64url');
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(openBox(person, key, changed.toString('base64url'))).toBeNull();
  }
});

it('what was cut off is no box; an empty text is one', () => {
  const content = closeBox(person, key, '');
  expect(Buffer.from(content, 'base64url')).toHaveLength(28);
  expect(openBox(person, key, content)).toBe('');
  for (const kept of [0, 5, 12, 27])
    expect(openBox(person, key, Buffer.from(content, 'base64url').subarray(0, kept).toString('base64url'))).toBeNull();
});

it('a reference is sixteen letters that say nothing, and a key has the length of its cipher', () => {
  expect([person, other].every((one) => /^[\w-]{16}$/.test(one))).toBe(true);
  expect(person).not.toBe(other);
  expect([key.length, key.equals(wrong)]).toEqual([32, false]);
});

it('a person is found again by what is known of them, and by nothing else', () => {
  expect(digestOf('number 13812345678')).toEqual(digestOf('number 13812345678'));
  expect(digestOf('number 13812345678')).not.toEqual(digestOf('number 13812345679'));
  expect(digestOf('number 13812345678').toString('utf8')).not.toContain('138');
});
