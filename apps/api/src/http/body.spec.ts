import { PROJECT_COMMANDS, readCommand } from '#domain';
import { ListQuery } from '#office';
import { readQuery } from './body.ts';

it('null in an optional field says nothing, in a list too; in a correction it means "no value"', () => {
  expect({ ...readCommand(PROJECT_COMMANDS.ReportProgress, { text: '进展', nextStep: null, evidence: null }) }).toEqual(
    { text: '进展' },
  );
  const { evidence } = readCommand(PROJECT_COMMANDS.ReportProgress, {
    text: '进展',
    evidence: [{ kind: '合同', number: null }],
  });
  expect({ ...evidence![0] }).toEqual({ kind: '合同' });
  expect(() => readCommand(PROJECT_COMMANDS.ReportProgress, { text: null })).toThrow('text:');
  expect(
    readCommand(PROJECT_COMMANDS.CorrectFact, {
      target: 2,
      field: 'agreedStart',
      from: '2023-01-01',
      to: null,
      reason: '无约定',
      approver: '局长',
    }),
  ).toMatchObject({ to: null });
});

it('a query is read by the same declarations, numbers and lists from their text', () => {
  expect({
    ...readQuery(ListQuery, { limit: '20', where: 'phase=start', asOf: '2023-06-30', unit: '', lang: 'en' }),
  }).toEqual({ limit: 20, where: ['phase=start'], asOf: '2023-06-30' });
  for (const wrong of [{ limit: '20.5' }, { limit: '0' }, { order: 'name' }, { asOf: ['2023-01-01', '2023-01-02'] }])
    expect(() => readQuery(ListQuery, wrong)).toThrow();
});
