import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import '../charts/charts.css';
import { Refused } from '../parts/refused.tsx';

interface Asked<T> {
  readonly data: T | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** A panel of the day: its heading, and what was asked for as soon as it is there; why not, where it is not. */
export const Panel = <T,>({
  title,
  extra,
  asked,
  testId,
  children,
}: {
  title: string;
  extra?: ReactNode;
  asked: Asked<T>;
  testId: string;
  children: (data: T) => ReactNode;
}) => (
  <section className="panel" aria-label={title} data-testid={testId}>
    <div className="panel-head">
      <h2>{title}</h2>
      {extra}
    </div>
    {asked.isError ? (
      <Refused error={asked.error} again={asked.refetch} />
    ) : asked.data === undefined ? (
      <Skeleton active paragraph={{ rows: 3 }} />
    ) : (
      children(asked.data)
    )}
  </section>
);
