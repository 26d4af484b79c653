import type { Schemas } from '../ask/api.ts';
import type { Money } from '../parts/money.ts';

interface Dated {
  readonly on: string;
  readonly version: number;
}

/** A person as the facts name them. */
interface Named {
  readonly name: string;
}

export interface Arrival extends Dated {
  readonly id: string;
  readonly amount: Money;
  readonly kind: string;
  readonly origin: string | null;
  readonly voucher: string | null;
  readonly certified: Dated | null;
  readonly reversed: Dated | null;
}

/** What the page reads of a project as its facts make it. */
export interface ProjectState {
  readonly phase: string;
  readonly code: string;
  readonly title: string;
  readonly investor?: string;
  readonly nationalCode?: string;
  readonly creditCode?: string;
  readonly industry?: string;
  readonly hostRegion?: string;
  readonly intendedAmount?: Money;
  readonly tags: readonly string[];
  readonly owner: {
    readonly unit: string | null;
    readonly leader: Named | null;
    readonly steward: Named | null;
    readonly liaisons: readonly Named[];
  };
  readonly contract:
    | (Dated & {
        readonly number: string | null;
        readonly contracted: Money;
        readonly fixedAssets: Money | null;
        readonly agreedStart: { readonly date: string } | null;
        readonly landMode: string | null;
        readonly fundingSchedule: readonly { readonly due: string; readonly amount: Money }[];
      })
    | null;
  readonly progress:
    (Dated & { readonly text: string; readonly nextStep: string | null; readonly nextDate: string | null }) | null;
  readonly startReported: Dated | null;
  readonly startCertified: Dated | null;
  readonly statisticsEntered: Dated | null;
  readonly arrivals: readonly Arrival[];
  readonly end: (Dated & { readonly reason: string | null }) | null;
}

/** The state in an answer; its schema is open, since a project has more than the page shows. */
export const stateOf = ({ state }: Schemas['Project']): ProjectState => state as unknown as ProjectState;
