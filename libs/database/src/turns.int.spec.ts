import { freshDatabase } from '../../../test/support/postgres.ts';
import { oneProcessAtATime, TURNS } from './turns.ts';

it('within a turn every other can be taken; of one kind the second waits for the first', async () => {
  const { pool, drop } = await freshDatabase();
  try {
    const kinds = Object.keys(TURNS) as (keyof typeof TURNS)[];
    const within = (at: number): Promise<string> => {
      const kind = kinds[at];
      return kind === undefined ? Promise.resolve('all') : oneProcessAtATime(pool, kind, () => within(at + 1));
    };
    expect(await within(0)).toBe('all');
    const done: string[] = [];
    await oneProcessAtATime(pool, 'imports store', async () => {
      void oneProcessAtATime(pool, 'imports store', async () => void done.push('second'));
      await pool.query('select pg_sleep(0.3)');
      done.push('first');
    });
    await oneProcessAtATime(pool, 'imports store', async () => void done.push('third'));
    expect(done).toEqual(['first', 'second', 'third']);
  } finally {
    await drop();
  }
}, 600_000);
