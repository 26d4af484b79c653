import { addWorkingDays } from '../calendar/calendar.ts';
import type { IsoDate } from '../dates.ts';
import { draftPolicy, draftsOf, publishDraft } from './drafts.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { policyToReplay, replayRules, sideBySide, withCalendar } from './replay-rules.ts';
import { DEFAULT_RULES, rulesOf } from './rules.ts';

const day = (text: string): IsoDate => text as IsoDate;
const TODAY = day('2026-01-05');
const published = { ...DEFAULT_POLICY, version: 2, validFrom: day('2026-01-01'), fundsPercent: 20 };
const rules = rulesOf([{ type: 'PolicyPublished', data: { policy: published } }]);
const file = (change: object = {}) => ({ ...DEFAULT_POLICY, validFrom: undefined, fundsPercent: 30, ...change });

it('a policy that is replayed is laid over the whole past, whenever it begins', () => {
  const replayed = replayRules(rules, published);
  expect([replayed.policies, replayed.policyOn(day('2020-01-01'))]).toEqual([[published], published]);
  expect(replayed.id).not.toBe(rules.id);
  expect(replayed.calendar).toBe(rules.calendar);
});
it('beside it lies the one in force today, as if it had been in force all along', () => {
  const other = policyToReplay(file(), rules, TODAY);
  const [before, after] = sideBySide(rules, other, TODAY);
  expect([before, after].map(({ policyOn }) => policyOn(day('2020-01-01')))).toEqual([published, other]);
  expect(before.id).not.toBe(after.id);
});
it('the first day of a file is left out of account, and all else is checked', () => {
  for (const validFrom of ['2020-01-01', 'never', undefined])
    expect(policyToReplay(file({ validFrom }), rules, TODAY)).toMatchObject({
      version: 3,
      validFrom: TODAY,
      fundsPercent: 30,
    });
  for (const [wrong, field] of [
    [file({ fundsPercent: 0 }), 'fundsPercent'],
    [null, 'policy'],
    [[], 'policy'],
    ['x', 'policy'],
  ] as const)
    expect(() => policyToReplay(wrong, rules, TODAY)).toThrow(
      expect.objectContaining({ code: 'policy-invalid', field }),
    );
});

it('a notice that is tried out counts, and replaces its year whole', () => {
  const tried = withCalendar(DEFAULT_RULES, [{ year: 2027, off: { 元旦: ['2027-01-01'] }, worked: [] }]);
  expect(addWorkingDays(day('2026-12-31'), 1, tried.calendar)).toMatchObject({ day: '2027-01-04', unpublished: [] });
  const again = withCalendar(tried, [{ year: 2027, off: {}, worked: [] }]);
  expect(addWorkingDays(day('2026-12-31'), 1, again.calendar).day).toBe('2027-01-01');
  expect([tried.notices.length, again.notices.length]).toEqual(
    [1, 2].map((more) => DEFAULT_RULES.notices.length + more),
  );
  expect(new Set([DEFAULT_RULES.id, tried.id, again.id]).size).toBe(3);
});

describe('a draft', () => {
  const drafted = (change: object, note?: string) => draftPolicy(file(change), [], rules, TODAY, note);
  const facts = (data: object) => [{ type: 'PolicyDrafted', data }];

  it('is numbered on, and keeps the day and the note that it was given', () => {
    const first = drafted({ validFrom: '2026-03-01' });
    expect([first.draft, first.from]).toEqual([1, '2026-03-01']);
    expect(first).not.toHaveProperty('note');
    const drafts = draftsOf([...facts(first), ...facts({ ...first, draft: 4 })]);
    expect(draftPolicy(file(), drafts, rules, TODAY, '再议')).toMatchObject({ draft: 5, from: null, note: '再议' });
  });
  it('is in force from the day that its publisher names, that it was drafted with, or today', () => {
    const [named] = draftsOf(facts(drafted({ validFrom: '2026-03-01' })));
    const [open] = draftsOf(facts(drafted({})));
    expect(publishDraft(named!, rules, TODAY, day('2026-04-01')).policy.validFrom).toBe('2026-04-01');
    expect(publishDraft(named!, rules, TODAY)).toMatchObject({
      draft: 1,
      policy: { version: 3, validFrom: '2026-03-01', fundsPercent: 30 },
    });
    expect(publishDraft(open!, rules, day('2026-02-02')).policy.validFrom).toBe('2026-02-02');
  });
  it('is published by a publication that names it, and by no other', () => {
    const first = drafted({});
    const both = [...facts(first), ...facts({ ...first, draft: 2 })];
    const of = (data: object) =>
      draftsOf([...both, { type: 'PolicyPublished', data }]).map(({ publishedAs }) => publishedAs);
    expect(of({ draft: 2, policy: { ...DEFAULT_POLICY, version: 3 } })).toEqual([null, 3]);
    expect(of({ policy: { ...DEFAULT_POLICY, version: 3 } })).toEqual([null, null]);
  });
});
