import type { PoolClient } from 'pg';
import { readCheckpoint } from './project-model.ts';

/** Where an answer stands: up to which position facts are in it, and what it has to ask the rows for (null: everything known so far). */
export interface Moment {
  readonly position: bigint;
  readonly asked: bigint | null;
}

/** The moment of a question inside a snapshot. `wanted`: the position asked for; null: the latest. */
export const momentOf = async (tx: PoolClient, wanted: bigint | null): Promise<Moment> => {
  const { position } = await readCheckpoint(tx);
  const asked = wanted === null || wanted >= position ? null : wanted;
  return { position: asked ?? position, asked };
};
