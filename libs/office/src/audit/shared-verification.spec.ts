import { sharedVerification } from './shared-verification.ts';

it('sixty-four who verify at once cost two runs, and each hears how far the own one has come', async () => {
  let runs = 0;
  const verify = sharedVerification(async (onProgress) => {
    runs += 1;
    await Promise.resolve();
    onProgress(runs * 1_000);
    return runs;
  });
  const heard = new Map<number, number[]>();
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, one) => verify((events) => heard.set(one, [...(heard.get(one) ?? []), events]))),
  );
  expect([runs, answers[0], new Set(answers.slice(1))]).toEqual([2, 1, new Set([2])]);
  expect([heard.get(0), heard.get(1), heard.get(63)]).toEqual([[1_000], [2_000], [2_000]]);
});

it('a run that fails fails for who shares it, and the next is tried anew', async () => {
  let runs = 0;
  const verify = sharedVerification(async () => {
    runs += 1;
    await Promise.resolve();
    if (runs === 1) throw new Error('away');
    return runs;
  });
  const [first, second] = await Promise.allSettled([verify(), verify()]);
  expect([first.status, second.status, await verify()]).toEqual(['rejected', 'fulfilled', 3]);
});
