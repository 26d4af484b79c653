import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from './refused.tsx';

interface Question<Found> {
  readonly data: Found | undefined;
  readonly error: unknown;
  readonly isError: boolean;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** What the server answers, in its place: why it was refused, grey lines while it is on its way, and what is shown of it once it is here. */
export const Answer = <Found,>({ to, children }: { to: Question<Found>; children: (found: Found) => ReactNode }) => (
  <>
    {to.isError && <Refused error={to.error} again={to.refetch} />}
    {to.isPending && <Skeleton active />}
    {to.data !== undefined && children(to.data)}
  </>
);
