import { upcast } from '../upcasters.ts';

const read = (reason: string) =>
  upcast('AgendaSet', 1, { items: [{ project: 'p', name: '桥', reason }], asOf: '2026-03-01', logPosition: '7' }).data;

describe('why a project stood on an agenda of release 0.2', () => {
  it.each([
    ['red · agreed-start · 30 d', { colour: 'red', clock: 'agreed-start', daysLate: 30 }],
    ['blue · issue · -3 d', { colour: 'blue', clock: 'issue', daysLate: -3 }],
    ['green', { colour: 'green' }],
    ['red · after all', { reason: 'red · after all' }],
    ['用地未落实', { reason: '用地未落实' }],
  ])('%s', (reason, standing) =>
    expect(read(reason)).toEqual({
      items: [{ project: 'p', name: '桥', ...standing }],
      asOf: '2026-03-01',
      logPosition: '7',
    }),
  );
});
