import { monthsBetween, type IsoDate } from '#domain';
import { backlogAges, backlogYears } from './bins-of-day.ts';

const bandOf = (signed: string, day: string): readonly number[] =>
  backlogAges(day as IsoDate)
    .filter(({ where }) =>
      where.every((one) => {
        const [, operator, bound = ''] = /^signedOn(<=|>=)(.+)$/.exec(one) ?? [];
        return operator === '<=' ? signed <= bound : signed >= bound;
      }),
    )
    .map(({ fromMonths }) => fromMonths);

it('every day of signing belongs to one band of age, by whole months since, at the end of short months too', () => {
  for (const day of ['2024-02-29', '2026-11-28', '2025-03-31', '2024-01-01'])
    for (
      let signed = Date.parse(`${Number(day.slice(0, 4)) - 3}-01-01`);
      signed <= Date.parse(day);
      signed += 86_400_000
    ) {
      const on = new Date(signed).toISOString().slice(0, 10);
      const months = monthsBetween(on as IsoDate, day as IsoDate);
      expect([on, bandOf(on, day)]).toEqual([on, [[24, 12, 6, 3, 0].find((from) => months >= from)]]);
    }
});

it('the fifth year of signing holds everything before it', () => {
  expect(backlogYears('2026-11-28' as IsoDate).map(({ where }) => where)).toEqual([
    ['signingYear=2026'],
    ['signingYear=2025'],
    ['signingYear=2024'],
    ['signingYear=2023'],
    ['signedOn<=2022-12-31'],
  ]);
});
