import { reasonIn, type Reason } from './reasons.ts';

type Stored = Readonly<Record<string, unknown>>;
type Kept = Reason | string | undefined;

const withReason = (data: Stored): Record<string, unknown> => {
  const { unaddressed, why, ...rest } = data as Stored & { readonly unaddressed?: string; readonly why?: Kept };
  const reason = reasonIn(unaddressed ?? why); // that nobody was found counted for more than when the notice went out
  return reason === null ? rest : { ...rest, why: reason };
};
const all = (records: unknown): readonly unknown[] => (records as readonly Stored[]).map(withReason);

/** Reasons of release 0.2 were English sentences; they are read as what they said. */
export const NOTICE_UPCASTERS = {
  NoticesDispatched: {
    1: ({ issued, suppressed, withdrawn }: Stored): Record<string, unknown> => ({
      issued: all(issued),
      suppressed: all(suppressed),
      withdrawn: all(withdrawn),
    }),
  },
  NoticeIssued: { 1: withReason },
  NoticeWithdrawn: { 1: withReason },
  NoticesSuppressed: { 1: withReason },
  NoticeFellBack: {
    1: ({ why, ...data }: Stored): Record<string, unknown> => ({
      ...data,
      why: { code: 'not-delivered', data: { failure: String(why) } },
    }),
  },
} as const;
