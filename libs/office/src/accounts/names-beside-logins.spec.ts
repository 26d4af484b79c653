import { withNames } from './names-beside-logins.ts';

const asked: string[][] = [];
const namesOf = async (logins: readonly string[]) => {
  asked.push([...logins].sort());
  return new Map([
    ['zhao', '赵敏'],
    ['qian', '钱进'],
  ]);
};

it('beside every login stands the person’s name, wherever in the answer, and all names are asked for at once', async () => {
  asked.length = 0;
  expect(
    await withNames(
      {
        rows: [
          {
            known: {
              received: { on: '2026-05-06', by: 'zhao' },
              replies: [{ by: 'zhao', reviewedBy: 'qian', text: '已办' }],
              extension: null,
            },
          },
          { actor: { user: 'qian', unit: '09' }, acknowledgedBy: ['zhao', 'qian'] },
        ],
      },
      namesOf,
    ),
  ).toEqual({
    rows: [
      {
        known: {
          received: { on: '2026-05-06', by: 'zhao', byName: '赵敏' },
          replies: [{ by: 'zhao', byName: '赵敏', reviewedBy: 'qian', reviewedByName: '钱进', text: '已办' }],
          extension: null,
        },
      },
      {
        actor: { user: 'qian', name: '钱进', unit: '09' },
        acknowledgedBy: ['zhao', 'qian'],
        acknowledgedByNames: ['赵敏', '钱进'],
      },
    ],
  });
  expect(asked).toEqual([['qian', 'zhao']]);
});

it('a login without an account, such as a process’s, stands for itself', async () =>
  expect(await withNames({ actor: 'reminder-process' }, namesOf)).toEqual({
    actor: 'reminder-process',
    actorName: 'reminder-process',
  }));

it('a notice that nobody acknowledged says so in both lists', async () =>
  expect(await withNames({ acknowledgedBy: [] }, namesOf)).toEqual({ acknowledgedBy: [], acknowledgedByNames: [] }));

it('a recorded fact stays as its hash covers it', async () =>
  expect(await withNames({ actor: { user: 'zhao', unit: null }, data: { by: 'zhao' } }, namesOf)).toEqual({
    actor: { user: 'zhao', name: '赵敏', unit: null },
    data: { by: 'zhao' },
  }));

it('an answer without logins costs no question and is passed on untouched', async () => {
  asked.length = 0;
  const answer = { rows: [{ raisedBy: '0101', by: { event: 'ExcuseAccepted', version: 3 }, doneBy: null }] };
  expect(await withNames(answer, namesOf)).toBe(answer);
  expect(asked).toEqual([]);
});

it('what figures are told apart by is nobody', async () => {
  asked.length = 0;
  const table = { period: '2026', by: 'unit', rows: [{ by: 'zhao' }] };
  expect(await withNames(table, namesOf)).toEqual({ ...table, rows: [{ by: 'zhao', byName: '赵敏' }] });
  expect(asked).toEqual([['zhao']]);
});
