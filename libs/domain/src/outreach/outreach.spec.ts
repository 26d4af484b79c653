import type { IsoDate } from '../dates.ts';
import { decideMatter, foldMatter, type Situation } from '../matter.ts';
import { OUTREACH_COMMANDS, type OutreachCommand } from './commands.ts';
import { OUTREACH } from './decide.ts';

const TODAY = '2026-05-10' as IsoDate;
const given = (type: keyof typeof OUTREACH_COMMANDS, fields: object): OutreachCommand =>
  Object.assign(new OUTREACH_COMMANDS[type](), fields);
const decided = (command: OutreachCommand, state: Parameters<typeof decideMatter>[2] = { state: 'none' }) =>
  decideMatter(OUTREACH, command, state as { state: 'none' }, { today: TODAY } as Situation);

it('a trip counts its days up to today and no further', () => {
  const trip = { unit: '01', city: '深圳', days: 4 };
  const command = { kind: 'trip', ...trip };
  const facts = decided(given('RecordOutreach', { ...command, occurredOn: '2026-05-07' }));
  expect(facts).toEqual([{ type: 'TripRegistered', occurredOn: '2026-05-07', data: trip }]);
  const known = foldMatter(OUTREACH, facts);
  expect(OUTREACH.line(known as never)).toMatchObject({
    title: { zh: '赴深圳招商 4 天', en: 'Trip to 深圳, 4 days' },
    unit: '01',
    level: 'trip',
  });
  expect(() => decided(given('RecordOutreach', { ...command, occurredOn: '2026-05-08' }))).toThrow(
    expect.objectContaining({ code: 'trip-not-over' }),
  );
});

it('a mistaken one is voided with its reason, once', () => {
  const facts = decided(given('RecordOutreach', { kind: 'visit', unit: '01', firm: '甲公司', effective: true }));
  const known = foldMatter(OUTREACH, facts);
  const voided = foldMatter(OUTREACH, [
    ...facts,
    ...decided(given('VoidOutreach', { reason: '重复登记' }), known as never),
  ]);
  expect(voided).toMatchObject({ state: 'voided', firm: '甲公司', reason: '重复登记' });
  expect(() => decided(given('VoidOutreach', { reason: 'x' }), voided as never)).toThrow(
    expect.objectContaining({ code: 'wrong-state' }),
  );
});

it('each kind needs its own: a trip its city and days, a visit its firm, a promotion its title', () => {
  for (const [kind, field] of [
    ['trip', 'days'],
    ['visit', 'firm'],
    ['reception', 'firm'],
    ['promotion', 'title'],
  ])
    expect(() => decided(given('RecordOutreach', { kind, unit: '01' }))).toThrow(
      expect.objectContaining({ code: 'outreach-incomplete', field }),
    );
});

it.each([
  ['visit', { firm: '甲公司' }, 'FirmVisited', { unit: '01', firm: '甲公司', effective: false }],
  [
    'visit',
    { firm: '甲公司', effective: true, city: '深圳' },
    'FirmVisited',
    { unit: '01', firm: '甲公司', effective: true, city: '深圳' },
  ],
  ['reception', { firm: '甲公司', city: '深圳' }, 'FirmReceived', { unit: '01', firm: '甲公司', effective: false }],
  ['promotion', { title: '推介会', city: '上海' }, 'PromotionHeld', { unit: '01', title: '推介会', city: '上海' }],
  [
    'trip',
    { city: '深圳', days: 1, team: '甲、乙' },
    'TripRegistered',
    { unit: '01', city: '深圳', days: 1, team: '甲、乙' },
  ],
] as const)('a %s is recorded with what was said of it: %j', (kind, said, type, data) => {
  const facts = decided(given('RecordOutreach', { kind, unit: '01', ...said }));
  expect(facts).toEqual([{ type, occurredOn: TODAY, data }]);
  expect(foldMatter(OUTREACH, facts)).toMatchObject({ state: 'recorded', kind, ...data });
});

it.each([
  ['visit', { firm: '甲公司' }, { zh: '走访甲公司', en: 'Visit to 甲公司' }],
  ['reception', { firm: '甲公司' }, { zh: '接待甲公司', en: 'Reception of 甲公司' }],
  ['promotion', { title: '推介会' }, { zh: '推介会', en: '推介会' }],
] as const)('a %s is called by what was done, and waits for nobody', (kind, said, title) => {
  const known = foldMatter(OUTREACH, decided(given('RecordOutreach', { kind, unit: '01', ...said })));
  expect(OUTREACH.line(known as never)).toMatchObject({ title, open: false, due: null, people: [], level: kind });
});
it('outreach begins with what was done', () => {
  const [voided] = decided(given('VoidOutreach', { reason: 'x' }), { state: 'recorded' } as never);
  expect(() => foldMatter(OUTREACH, [voided!])).toThrow('outreach begins with what was done');
});
