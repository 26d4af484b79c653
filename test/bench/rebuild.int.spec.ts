import { rebuild } from './rebuild.ts';

// The bare way writes the model's own columns: it must know every one of them.
it('the bench of a rebuild runs: ours and the bare way both lay the rows', async () => {
  const [result] = await rebuild(20, 1);
  expect(result).toMatchObject({ unit: 'events/s', settings: { projects: 20, events: 400, rounds: 1 } });
  expect(Number.isFinite(result!.ratio) && result!.ratio > 0).toBe(true);
});
