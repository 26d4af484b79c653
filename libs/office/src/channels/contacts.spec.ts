import type { People, PersonId } from '#domain';
import { contactOf } from './contacts.ts';

const id = (login: string) => login as PersonId;
const people: People = new Map([
  [id('liqiang'), '李强'],
  [id('liqiang2'), '李强'],
  [id('wangfang'), '王芳'],
]);

it('two people of one name each get their own mail, and neither the other’s', () => {
  const kept = new Set(['liqiang', 'liqiang2']);
  expect(contactOf({ id: id('liqiang'), person: '李强' }, kept, people)).toBe('liqiang');
  expect(contactOf({ id: id('liqiang2'), person: '李强' }, kept, people)).toBe('liqiang2');
  expect(contactOf({ person: '李强' }, kept, people)).toBeNull();
});

it('an address that release 0.2 kept by name is used where one person alone bears it, or nobody with an id', () => {
  const kept = new Set(['李强', '王芳', '赵敏']);
  expect(contactOf({ id: id('wangfang'), person: '王芳' }, kept, people)).toBe('王芳');
  expect(contactOf({ person: '赵敏' }, kept, people)).toBe('赵敏');
  expect(contactOf({ id: id('liqiang'), person: '李强' }, kept, people)).toBeNull();
  expect(contactOf({ person: null }, kept, people)).toBeNull();
});
