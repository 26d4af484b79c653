import { Command } from 'commander';
import { NewerFact, Rejected } from '#domain';
import { failed } from './failed.ts';
import { Refused } from './output.ts';
import { usage } from './usage.ts';

const [zh, en] = ['不行', 'no'];

/** The exit status of an error, and what stands on stdout with --json. */
const told = (error: unknown): readonly [number, { readonly error: Record<string, unknown> }] => {
  const argv = process.argv;
  process.argv = [...argv, '--json'];
  let printed = '';
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)) !== '');
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const exit = failed(error);
    return [exit, JSON.parse(printed) as { error: Record<string, unknown> }];
  } finally {
    out.mockRestore();
    err.mockRestore();
    process.argv = argv;
  }
};

/** The error with which the reader of the command line refuses these words. */
const refusedWords = (...words: string[]): unknown => {
  const program = new Command('luodi').exitOverride().configureOutput({ writeErr: () => undefined });
  program.command('list <name>').requiredOption('--period <period>');
  try {
    program.parse(['node', 'luodi', ...words]);
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
};

it('what was refused ends with 1, wrong usage with 2; both say why in both languages', () => {
  const sentence = { zh, en };
  expect(told(new Rejected('month-closed', sentence, 'month'))).toEqual([
    1,
    { error: { code: 'month-closed', message: sentence, field: 'month' } },
  ]);
  expect(told(new Refused('list-unknown', sentence))).toMatchObject([1, { error: { message: sentence } }]);
  expect(told(usage(zh, en))).toEqual([2, { error: { code: 'usage', message: sentence } }]);
});

it('what a newer release recorded is told as such', () =>
  expect(told(new NewerFact('UnitAdorned'))).toMatchObject([
    1,
    { error: { code: 'newer-release', detail: expect.stringContaining('UnitAdorned') as string } },
  ]));

it('a period or a metric that is none is wrong usage, and keeps its code', () => {
  for (const code of ['period-unknown', 'metric-unknown'])
    expect(told(new Rejected(code, { zh, en }, 'period'))).toMatchObject([2, { error: { code } }]);
});

it('words that the command line does not know are told on stdout too', () => {
  const message = (...words: string[]) => told(refusedWords(...words))[1].error['message'];
  expect(message('list', 'signed')).toEqual({
    zh: '缺少必填的选项：--period <period>',
    en: "required option '--period <period>' not specified",
  });
  expect(message('list', 'signed', '--period', '2023', '--wrong')).toMatchObject({ zh: '没有这个选项：--wrong' });
  expect(message('list', '--period', '2023')).toMatchObject({ zh: '缺少参数：name' });
  expect(message('lists')).toMatchObject({ zh: '没有这个命令：lists' });
});
