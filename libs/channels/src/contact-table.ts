import type { Pool, PoolClient } from 'pg';

/** A person's address, sealed under the installation's key. */
interface SealedContact {
  readonly person: string;
  readonly email: string;
}

export const storedContacts = async (pool: Pool): Promise<readonly SealedContact[]> =>
  (await pool.query<SealedContact>('select person, email from contact order by person')).rows;

export const storedContact = async (pool: Pool, person: string): Promise<SealedContact | null> =>
  (await pool.query<SealedContact>('select person, email from contact where person = $1', [person])).rows[0] ?? null;

/** Takes the addresses of these away, and keeps the new one where there is one. */
export const replaceContacts = async (
  tx: PoolClient,
  persons: readonly string[],
  contact: SealedContact | null,
): Promise<void> => {
  await tx.query('delete from contact where person = any($1::text[])', [persons]);
  if (contact !== null)
    await tx.query('insert into contact (person, email) values ($1, $2)', [contact.person, contact.email]);
};
