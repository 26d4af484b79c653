import type { Addressee, PersonId } from '#domain';
import { recipients } from './recipients.ts';

const steward: Addressee = { unit: '01', role: 'steward', person: '管家', id: 'guan' as PersonId };
const written: Addressee = { unit: '01', role: 'steward', person: '管家' };

it.each<readonly [string, Addressee, string]>([
  ['somebody who is known', steward, 'person:guan'],
  ['somebody who is known and of no unit', { ...steward, unit: null }, 'person:guan'],
  ['a name that is nobody', written, 'unit:01'],
  ['a name that is nobody, of no unit', { ...written, unit: null }, 'office'],
  ['a unit', { unit: '01', role: 'owner-unit', person: null }, 'unit:01'],
  ['the supervision office', { unit: null, role: 'supervision-office', person: null }, 'office'],
  ['the supervision office as a unit', { unit: '09', role: 'supervision-office', person: '督查员' }, 'office'],
  ['everybody', { unit: null, role: 'all-units', person: null }, 'all'],
])('a notice for %s lies in an inbox of theirs', (_who, one, inbox) => {
  expect(recipients({ to: [one] })).toEqual([inbox]);
});

it('a notice lies in each inbox once', () => {
  expect(recipients({ to: [steward, { ...steward, role: 'liaison' }, written] })).toEqual(['person:guan', 'unit:01']);
});
