import { readCommand } from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { giveDefinition } from '../definitions/give-definition.ts';
import { OPERATOR } from '../operator.ts';
import { indicators } from './indicators.ts';
import { IndicatorsQuery } from './queries.ts';

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
  const signed = (code: string, on: string) =>
    b.record(code, [
      e('ProjectRecorded', '2022-01-05', { code, title: code }),
      e('ContractSigned', on, { contracted: yuan('100.00') }),
    ]);
  await signed('same-day', '2022-06-30');
  await signed('day-after', '2022-07-01');
  await signed('this-year', '2023-02-05');
}, 600_000);
afterAll(() => b.close());

const signedAs = async (asOf: string, definition = 'default') => {
  const query = readCommand(IndicatorsQuery, { period: '2023', asOf, metric: ['signed'], definition });
  const { value, previous, yearOnYear } = (await indicators(b.office, OPERATOR, query)).total.figures.signed!;
  return [value, previous, yearOnYear?.percent ?? null];
};

it('a year that runs is held against the year before up to the same day, not against the whole of it', async () => {
  expect(await signedAs('2023-06-30')).toEqual(['1', '1', '0.00']);
  expect(await signedAs('2023-07-01')).toEqual(['1', '2', '-50.00']);
  expect(await signedAs('2023-12-31')).toEqual(['1', '2', '-50.00']);
});

it('a definition whose scope does not compare tells no last year, and no growth', async () => {
  const definition = { name: 'changed', comparable: 'none' };
  const body = { type: 'PublishDefinition', definition } as const;
  await giveDefinition(b.office, { caller: OPERATOR, body, key: 'k', ifVersion: null });
  expect(await signedAs('2023-12-31', 'changed')).toEqual(['1', null, null]);
});
