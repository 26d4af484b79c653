import { readCommand, type ProjectEvent } from '#domain';
import { rebuildProjects } from '#projections';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { OPERATOR } from '../operator.ts';
import { indicators } from './indicators.ts';
import { openFigure } from './open-figure.ts';
import { FigureQuery, IndicatorsQuery } from './queries.ts';

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
  await b.record('A', signedBy('一局', 'A'));
}, 600_000);
afterAll(() => b.close());

const signedBy = (unit: string, code: string): readonly ProjectEvent[] => [
  e('ProjectRecorded', '2023-02-01', { code, title: code, unit }),
  e('ContractSigned', '2023-03-01', { contracted: yuan('100.00'), landMode: 'lease' }),
];
/** The signings of a period: of each unit, in all, and as the figure says that is opened from the table. */
const signings = async (period: string) => {
  const query = { period, metric: ['signed'] };
  const table = await indicators(b.office, OPERATOR, readCommand(IndicatorsQuery, query));
  const opened = await openFigure(b.office, OPERATOR, 'signed', readCommand(FigureQuery, { period }));
  return {
    units: Object.fromEntries(table.rows.map(({ key, figures }) => [key, figures['signed']!.value])),
    all: table.total.figures['signed']!.value,
    opened: opened.numerator.rows.map(({ project }) => project.code),
  };
};

it('a table that was asked for before says what was recorded, moved, corrected and voided since', async () => {
  expect(await signings('2023')).toEqual({ units: { 一局: '1' }, all: '1', opened: ['A'] });
  expect(await signings('2023')).toEqual({ units: { 一局: '1' }, all: '1', opened: ['A'] });
  await b.record('B', signedBy('二局', 'B'));
  expect(await signings('2023')).toEqual({ units: { 一局: '1', 二局: '1' }, all: '2', opened: ['A', 'B'] });
  await b.record('B', [e('OwnerAssigned', '2023-04-01', { unit: '一局' })]);
  expect((await signings('2023')).units).toMatchObject({ 一局: '2' });
  await b.record('B', [e('FactVoided', '2023-05-01', { target: 2, reason: 'never' })]);
  expect(await signings('2023')).toMatchObject({ all: '1', opened: ['A'] });
});

it('a table that was asked for before a rebuild says what the rebuilt rows say', async () => {
  const { office } = b;
  await office.pool.query(`update counted_span set signed_on = null where project_id = 'A'`); // a disk that lies
  expect((await signings('2023-Q1')).all).toBe('0');
  const { differences } = await rebuildProjects(office.pool, office.store, office.rules);
  expect(differences).toBeGreaterThan(0);
  expect(await signings('2023-Q1')).toMatchObject({ all: '1', opened: ['A'] });
});
