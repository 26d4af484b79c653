import { refsIn, type NewEvent, type Owner, type PersonRef } from '#domain';
import { numbered } from '../contract.ts';
import type { Append } from '../event-store.ts';
import { drawKey, drawRef, openBox } from './box.ts';
import { closed, findIn, isPersonal, type Keys } from './personal-texts.ts';

type Meta = Partial<NewEvent['meta']>;
const fact = (type: string, data: object, meta: Meta = {}): NewEvent => {
  const one = numbered(1);
  return { ...one, event: { ...one.event, type, data }, meta: { ...one.meta, ...meta } } as NewEvent;
};
const telling = (text: string): NewEvent => fact('ProgressReported', { text });
const append = (...events: readonly NewEvent[]): Append => ({ stream: 'project-1', expected: 'any', events });
const imported = (kept: Readonly<Record<string, string>>): NewEvent =>
  fact('ArrivalReported', { kind: 'other' }, { imported: { importId: '1', sheet: 'x', row: 1, kept } });

const PHONE = '13812345678';
const OF_PHONE: Owner = `number ${PHONE}`;
const OF_NAME: Owner = 'name project-1 欧阳若兰';

/** Keys for these, and whose each reference is. */
const drawn = (...owners: readonly Owner[]) => {
  const keys: Keys = new Map(owners.map((owner) => [owner, { person: drawRef(), key: drawKey() }]));
  const byRef = new Map([...keys].map(([owner, { person, key }]) => [person, { owner, key }]));
  /** Who and what is sealed in a text. */
  const inside = (text: string) =>
    refsIn(text).map((person: PersonRef) => {
      const { owner, key } = byRef.get(person)!;
      return [owner, openBox(person, key, text.split('.')[1]!.split('⟧')[0]!)];
    });
  return { keys, inside };
};
const textOf = (one: NewEvent | undefined): string => (one!.event.data as { readonly text: string }).text;

it.each([
  ['a report', append(telling('会谈')), true],
  ['a report beside money', append(fact('ArrivalReported', { kind: 'other' }), telling('会谈')), true],
  ['money alone', append(fact('ArrivalReported', { kind: 'other' })), false],
  ['a report of the installation', { ...append(telling('会谈')), stream: 'accounts' }, false],
])('%s has a place for people, or none', (_what, one, personal) => {
  expect(isPersonal(one)).toBe(personal);
});

it('who is reached by a number in free words is found; words of nobody are left', () => {
  const { owners, told } = findIn(append(telling(`会谈，电话 ${PHONE}`), telling('土地')), new Map());
  expect([[...owners], told]).toEqual([[OF_PHONE], []]);
  expect(findIn(append(telling('土地')), new Map()).owners.size).toBe(0);
});

it('a name that one fact makes known is found in the next, as the same person', () => {
  const found = findIn(append(imported({ 联系人: '欧阳若兰', 电话: PHONE }), telling('欧阳若兰来过')), new Map());
  expect([[...found.owners], found.told, [...found.names]]).toEqual([
    [OF_PHONE],
    ['欧阳若兰'],
    [['欧阳若兰', OF_PHONE]],
  ]);
});

it('a name that its stream knows already stays whose it is, and is not told anew', () => {
  const known = new Map<string, Owner>([['欧阳若兰', OF_NAME]]);
  const found = findIn(append(imported({ 联系人: '欧阳若兰', 电话: PHONE })), known);
  expect([found.told, found.names.get('欧阳若兰')]).toEqual([[], OF_NAME]);
  expect([...findIn(append(telling('欧阳若兰来过')), known).owners]).toEqual([OF_NAME]);
});

it('each text is closed with the key of its person, and the words around it stay', () => {
  const { keys, inside } = drawn(OF_PHONE, OF_NAME);
  const known = new Map<string, Owner>([['欧阳若兰', OF_NAME]]);
  const given = append(
    telling(`电话 ${PHONE}，急`),
    telling('欧阳若兰来过'),
    fact('ArrivalReported', { kind: 'other' }),
  );
  const { stream, expected, events } = closed(given, findIn(given, known), keys);
  expect([stream, expected]).toEqual(['project-1', 'any']);
  expect(textOf(events[0])).toMatch(/^电话 ⟦.+⟧，急$/);
  expect(inside(textOf(events[0]))).toEqual([[OF_PHONE, PHONE]]);
  expect(inside(textOf(events[1]))).toEqual([[OF_NAME, '欧阳若兰']]);
  expect(events[2]).toBe(given.events[2]); // it has no place for people
});
