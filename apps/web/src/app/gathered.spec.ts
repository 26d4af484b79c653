import { pause, until } from '../../../../test/support/soon.ts';
import { gathered } from './gathered.ts';

const lots = (pace: { spread: number; every: number }) => {
  const told: (readonly number[])[] = [];
  return { told, ...gathered<number>((all) => told.push(all), pace) };
};

it('what comes together is told together, and nothing of it twice', async () => {
  const { told, hear } = lots({ spread: 20, every: 40 });
  for (const one of [1, 2, 3]) hear(one);
  expect(told).toEqual([]);
  await until('it is told', async () => told.length === 1);
  hear(4);
  await until('the next is told', async () => told.length === 2);
  expect(told).toEqual([[1, 2, 3], [4]]);
});

it('while there is always more to hear it is told once in a while', async () => {
  const { told, hear, end } = lots({ spread: 1, every: 600_000 });
  hear(0);
  await until('the first is told', async () => told.length === 1);
  for (let one = 1; one < 10; one += 1) {
    hear(one);
    await pause(2);
  }
  expect(told).toEqual([[0]]);
  end();
});

it('what still waits at the end is told at once', () => {
  const { told, hear, end } = lots({ spread: 600_000, every: 600_000 });
  hear(1);
  end();
  expect(told).toEqual([[1]]);
  end();
  expect(told).toHaveLength(1);
});
