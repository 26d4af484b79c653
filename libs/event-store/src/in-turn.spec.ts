import { inTurn } from './in-turn.ts';
import { sharedRun } from './shared-run.ts';

interface Open {
  readonly name: string;
  readonly end: (answer?: Error) => void;
}

/** Work that lasts until it is ended from outside. */
const workshop = () => {
  const begun: Open[] = [];
  const work = (name: string) => () =>
    new Promise<string>((done, fail) => {
      begun.push({ name, end: (error) => (error === undefined ? done(name) : fail(error)) });
    });
  return { begun, work, names: () => begun.map(({ name }) => name) };
};
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

it('work on one name waits for the work before it, also where that failed; another name does not wait', async () => {
  const { begun, work, names } = workshop();
  const take = inTurn();
  const first = take('a', work('a1'));
  const second = take('a', work('a2'));
  const other = take('b', work('b1'));
  expect(names()).toEqual(['a1', 'b1']);
  begun[0]!.end(new Error('fell over'));
  await expect(first).rejects.toThrow('fell over');
  await settled();
  const third = take('a', work('a3'));
  expect(names()).toEqual(['a1', 'b1', 'a2']);
  begun[2]!.end();
  expect(await second).toBe('a2');
  await settled();
  begun[3]!.end();
  begun[1]!.end();
  expect([await third, await other]).toEqual(['a3', 'b1']);
  await settled();
  void take('a', work('a4'));
  expect(names().at(-1)).toBe('a4'); // nobody stands before it: it begins at once
});

it('who asks while a run is under way shares the next one, which begins after it; a run that failed stops nobody', async () => {
  const { begun, work, names } = workshop();
  let count = 0;
  const run = sharedRun(() => work(String((count += 1)))());
  const first = run();
  const [second, third] = [run(), run()];
  expect(names()).toEqual(['1']);
  begun[0]!.end(new Error('fell over'));
  await expect(first).rejects.toThrow('fell over');
  await settled();
  expect(names()).toEqual(['1', '2']);
  const fourth = run();
  begun[1]!.end();
  expect([await second, await third]).toEqual(['2', '2']);
  await settled();
  begun[2]!.end();
  expect(await fourth).toBe('3');
  await settled();
  void run();
  expect(names()).toEqual(['1', '2', '3', '4']);
});
