import { isSameNamed, mention, namedIn, personOf, type PersonId } from './person.ts';

const zhang = 'zhangsan' as PersonId;
const people = new Map([[zhang, '张三']]);

it('a person is named by id; a name that is written is nobody yet, whoever bears it', () => {
  expect(namedIn(people, mention(zhang))).toEqual({ id: zhang, name: '张三' });
  expect(namedIn(people, '张三')).toBe('张三');
  expect(namedIn(people, 'zhangsan')).toBe('zhangsan');
  expect(namedIn(people, '@nobody')).toBeNull();
  expect(personOf('张三')).toEqual({ id: null, name: '张三' });
});

it('an id is the same person under every name, and a name is never the person who bears it', () => {
  expect(isSameNamed({ id: zhang, name: '张三' }, { id: zhang, name: '张三丰' })).toBe(true);
  expect(isSameNamed('张三', { id: zhang, name: '张三' })).toBe(false);
  expect(isSameNamed({ id: zhang, name: '张三' }, { id: 'zhangsan2' as PersonId, name: '张三' })).toBe(false);
  expect(isSameNamed('张三', personOf('张三'))).toBe(true);
  expect(isSameNamed(null, personOf('张三'))).toBe(false);
  expect(isSameNamed('张三', '李四')).toBe(false);
  expect(isSameNamed(personOf('张三'), '张三')).toBe(true);
  expect([isSameNamed('张三', null), isSameNamed(null, null)]).toEqual([false, true]);
});
