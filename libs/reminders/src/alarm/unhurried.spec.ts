import { unhurried } from './unhurried.ts';

it('what is done soon is waited for, and its failure is told', async () => {
  const done: number[] = [];
  const set = unhurried(async (n: number) => {
    if (n < 0) throw new Error('no such instant');
    done.push(n);
  });
  await set(1);
  await expect(set(-1)).rejects.toThrow('no such instant');
  await set(2);
  expect(done).toEqual([1, 2]);
});

it('what owes an answer is not waited for, and nothing more is asked of it until it gives one', async () => {
  const asked: number[] = [];
  let answer = (): void => undefined;
  const set = unhurried((n: number) => {
    asked.push(n);
    return new Promise<void>((given) => {
      answer = given;
    });
  }, 1);
  await set(1);
  await set(2);
  await set(3);
  expect(asked).toEqual([1]);
  answer();
  await Promise.resolve();
  await new Promise(setImmediate);
  await set(4);
  expect(asked).toEqual([1, 4]);
});

it('an answer that is a failure and comes too late ends nothing: the next one is asked', async () => {
  let asked = 0;
  let fail = (_error: Error): void => undefined;
  const set = unhurried(() => {
    asked += 1;
    return new Promise<void>((_, failed) => {
      fail = failed;
    });
  }, 1);
  await set();
  fail(new Error('the connection is lost'));
  await new Promise(setImmediate);
  await set();
  expect(asked).toBe(2);
});

it('an answer that never comes is given up: another is asked, and an old one that comes after all changes nothing', async () => {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const set = unhurried(
    (n: number) => {
      asked.push(n);
      return new Promise<void>((given) => {
        answers.push(given);
      });
    },
    1,
    0,
  );
  await set(1);
  await set(2);
  expect(asked).toEqual([1, 2]);
  const patient = unhurried(() => new Promise<void>((given) => answers.push(given)), 1, 60_000);
  await patient();
  answers[0]!();
  await new Promise(setImmediate);
  await patient();
  expect(answers).toHaveLength(3);
});
