import fc from 'fast-check';
import type { IsoDate } from '../dates.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import { rulesOf } from './rules.ts';

const day = (text: string): IsoDate => text as IsoDate;
const published = (version: number, validFrom: string) => ({
  type: 'PolicyPublished',
  data: { policy: { ...DEFAULT_POLICY, version, validFrom: day(validFrom) } satisfies Policy },
});

describe('the policy in force on a day', () => {
  it('is the one published last of those that begin on the same day', () => {
    const rules = rulesOf([published(2, '2026-03-01'), published(3, '2026-03-01')]);
    expect(['2026-02-28', '2026-03-01', '2026-12-31'].map((on) => rules.policyOn(day(on)).version)).toEqual([
      DEFAULT_POLICY.version,
      3,
      3,
    ]);
  });

  it('is one that begins later only from its day on, also where it was published first', () => {
    const rules = rulesOf([published(2, '2026-06-01'), published(3, '2026-03-01')]);
    expect(['2026-03-01', '2026-05-31', '2026-06-01'].map((on) => rules.policyOn(day(on)).version)).toEqual([3, 3, 2]);
  });

  it('follows from first days and order of publication alone, whatever was published', () => {
    const days = fc.constantFrom('2026-01-01', '2026-03-01', '2026-03-02', '2026-12-31');
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), days, (begins, on) => {
        const rules = rulesOf(begins.map((validFrom, index) => published(index + 2, validFrom)));
        const best = begins.reduce<{ version: number; from: string }>(
          (known, from, index) => (from <= on && from >= known.from ? { version: index + 2, from } : known),
          { version: DEFAULT_POLICY.version, from: DEFAULT_POLICY.validFrom },
        );
        expect(rules.policyOn(day(on)).version).toBe(best.version);
      }),
    );
  });
});
