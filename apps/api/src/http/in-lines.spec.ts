import { text } from 'node:stream/consumers';
import { Rejected } from '#domain';
import { inLines } from './in-lines.ts';

const linesOf = async (...given: Parameters<typeof inLines>): Promise<unknown[]> =>
  (await text(inLines(...given)))
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

it('tells at once of how much there is, now and then how far it is, and last the answer', async () => {
  let now = 0;
  const work = async (onProgress: (done: number) => void): Promise<object> => {
    now += 200;
    onProgress(1); // too soon after the last line to be told
    now += 200;
    onProgress(2);
    now += 260;
    onProgress(4); // more came while it worked
    return { found: 'all' };
  };
  const lines = await linesOf(3, work, () => now);
  expect(lines).toEqual([{ done: 0, of: 3 }, { done: 2, of: 3 }, { done: 4, of: 4 }, { answer: { found: 'all' } }]);
});
it('ends with the problem where there is no answer, and never shows what nobody foresaw', async () => {
  const refused = new Rejected(
    'window-invalid',
    { zh: '起始日期晚于截止日期。', en: 'The first day lies after the last.' },
    'from',
  );
  expect(
    await linesOf(0, async () => {
      throw refused;
    }),
  ).toEqual([
    { done: 0, of: 0 },
    {
      problem: expect.objectContaining({
        status: 422,
        code: 'window-invalid',
        errors: [expect.objectContaining({ field: 'from' })],
      }),
    },
  ]);
  const [, last] = await linesOf(0, async () => {
    throw new TypeError('cannot read secret');
  });
  expect(last).toEqual({
    problem: expect.objectContaining({ status: 500, code: 'internal', instance: expect.any(String) }),
  });
  expect(JSON.stringify(last)).not.toContain('secret');
});
