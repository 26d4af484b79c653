import type { PoolClient } from 'pg';
import type { LogKind } from '../log-home.ts';
import { lockAppends } from '../postgres-insert.ts';

interface HomeMove {
  readonly from: LogKind;
  readonly to: LogKind;
  readonly upTo: bigint; // the last record that was brought
}

/**
 * From the end of this transaction on the log is kept there. `remember` writes into it what must be told of the move. Answers false, and changes nothing, where PostgreSQL has recorded more than was
 * brought: a writer that had lost its claim unseen was still under way. Whoever appends after this transaction is refused.
 */
export const moveHome = async <Tx extends Pick<PoolClient, 'query'>>(
  tx: Tx,
  { from, to, upTo }: HomeMove,
  remember: (tx: Tx) => Promise<void>,
): Promise<boolean> => {
  await tx.query('begin');
  if (from === 'postgres') {
    await lockAppends(tx);
    const { rows } = await tx.query<{ more: boolean }>(
      'select exists (select from event where position > $1) as more',
      [String(upTo)],
    );
    if (rows[0]?.more === true) {
      await tx.query('rollback');
      return false;
    }
  }
  await tx.query('update log_home set kind = $1', [to]);
  await remember(tx);
  await tx.query('commit');
  return true;
};
