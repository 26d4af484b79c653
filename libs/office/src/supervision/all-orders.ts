import { listMatters, type MatterRow } from '#projections';
import type { Office } from '../office.ts';

const PAGE = 500;

/** Orders, open ones first, the earliest due first. `units`: of these units only. */
interface OrdersQuestion {
  readonly units: readonly string[] | null;
  readonly openOnly: boolean;
}

/** Every supervision order, page by page. */
export const allOrders = async (office: Office, { units, openOnly }: OrdersQuestion): Promise<readonly MatterRow[]> => {
  await office.matters.catchUp();
  const question = {
    kind: 'order',
    scope: { all: true },
    units,
    open: openOnly ? true : undefined,
    limit: PAGE,
  } as const;
  const rows: MatterRow[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page: Awaited<ReturnType<typeof listMatters>> = await listMatters(office.pool, {
      ...question,
      after: after ?? null,
    });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
};
