import {
  isoDate,
  ORGANISATION_COMMANDS,
  readCommand,
  type OrganisationCommand,
  type OrganisationCommandType,
} from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { giveDefinition } from '../definitions/give-definition.ts';
import { giveOrganisation, importOrganisation } from '../organisation/give-organisation.ts';
import { OPERATOR } from '../operator.ts';
import { indicators } from './indicators.ts';
import { openFigure } from './open-figure.ts';
import { FigureQuery, IndicatorsQuery } from './queries.ts';

let b: Bureau;
let keys = 0;
const given = () => ({ caller: OPERATOR, key: String((keys += 1)), ifVersion: null });
const change = async (type: OrganisationCommandType, body: object): Promise<void> => {
  await giveOrganisation(b.office, {
    ...given(),
    body: readCommand(ORGANISATION_COMMANDS[type] as new () => OrganisationCommand, body),
  });
};
const signed = (code: string, unit: string, on: string) =>
  b.record(code, [
    e('ProjectRecorded', '2025-01-05', { code, title: code, unit }),
    e('ContractSigned', on, { contracted: yuan('100.00') }),
  ]);

beforeAll(async () => {
  b = await bureau();
  await change('AddUnit', { code: 'B', name: '招商局' });
  await change('AddUnit', { code: 'P1', name: '东园', parent: 'B' });
  await change('AddUnit', { code: 'P2', name: '西园', parent: 'B' });
  await change('AddUnit', { code: 'X', name: '经信局', kind: '分组', parent: 'P1' });
  await change('RenameUnit', { code: 'X', name: '工信局', occurredOn: '2025-05-01' });
  await change('MoveUnit', { code: 'X', parent: 'P2', occurredOn: '2025-07-01' });
  await signed('by-code', 'X', '2025-03-01');
  await signed('by-old-name', '经信局', '2025-03-02');
  await signed('by-new-name', '工信局', '2025-03-03');
  await signed('after-the-move', 'X', '2025-08-01');
}, 600_000);
afterAll(() => b.close());

const table = async (asked: object) =>
  (
    await indicators(
      b.office,
      OPERATOR,
      readCommand(IndicatorsQuery, { period: '2025-Q1', metric: ['signed'], ...asked }),
    )
  ).rows.map(({ key, unit, figures }) => [key, unit?.name, figures.signed?.value]);

it('before the tree was told, the units that were told then have their rows, by the names of the day', async () => {
  expect(await table({})).toEqual([
    ['P2', '西园', '0'],
    ['X', '经信局', '3'],
  ]);
  expect(await table({ asOf: '2025-06-30', period: '2025-H1' })).toEqual([
    ['P2', '西园', '0'],
    ['X', '工信局', '3'],
  ]);
});

it('a unit counts under whom it stood on the day', async () => {
  expect(await table({ unit: 'P1' })).toEqual([['X', '经信局', '3']]);
  expect(await table({ unit: 'P1', period: '2025-H2' })).toEqual([['P1', '东园', '0']]);
  expect(await table({ unit: 'P2', period: '2025-H2' })).toEqual([['X', '工信局', '1']]);
});

it('a unit that was closed by mistake has its row again once the closing is taken back, for every day', async () => {
  const july = { period: '2025-07', unit: 'P1' };
  const before = await table(july);
  await change('CloseUnit', { code: 'P1', occurredOn: '2025-07-15' });
  expect(await table(july)).toEqual([]);
  await change('ReopenUnit', { code: 'P1', reason: '误撤' });
  expect(await table(july)).toEqual(before);
  const [last] = (await b.office.store.readStream('organisation-main')).slice(-1);
  expect(last!.event).toMatchObject({ type: 'UnitReopened', occurredOn: '2025-07-15' });
});

it('an own metric that filters by a unit means the unit, however facts write it, and those below it', async () => {
  const own = (unit: string) => {
    const part = {
      of: 'signing',
      measure: 'count',
      window: 'period',
      where: [],
      filter: [{ field: 'unit', is: [unit] }],
    };
    return { title: { zh: unit, en: unit }, formula: { value: part } };
  };
  await giveDefinition(b.office, {
    ...given(),
    body: { type: 'PublishDefinition', definition: { name: 'own', metrics: { x: own('工信局'), p1: own('P1') } } },
  });
  const asked = { period: '2025-Q1', definition: 'own', metric: ['x', 'p1'] };
  const { total } = await indicators(b.office, OPERATOR, readCommand(IndicatorsQuery, asked));
  expect([total.figures['x']!.value, total.figures['p1']!.value]).toEqual(['3', '3']);
  const opened = await openFigure(
    b.office,
    OPERATOR,
    'x',
    readCommand(FigureQuery, { period: '2025-Q1', definition: 'own' }),
  );
  expect(opened.numerator.rows.map(({ project }) => project.code)).toEqual(['by-code', 'by-new-name', 'by-old-name']);
});

it('units of a file are so since the day that is said; a day ahead is refused', async () => {
  const rows = [{ row: 2, code: 'Z', name: '镇', parent: 'B' }];
  await expect(importOrganisation(b.office, given(), rows, isoDate('2999-01-01'))).rejects.toMatchObject({
    code: 'occurred-in-future',
  });
  await importOrganisation(b.office, given(), rows, isoDate('2025-02-01'));
  const [added] = (await b.office.store.readStream('organisation-main')).slice(-1);
  expect(added!.event).toMatchObject({ type: 'UnitAdded', occurredOn: '2025-02-01', data: { code: 'Z' } });
});
