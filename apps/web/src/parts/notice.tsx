import type { ReactNode } from 'react';

/** What is said where a page, a list or a card has nothing to show: what it is, why, and the way out. */
export const Notice = ({
  title,
  hint,
  actions,
  children,
  level = 2,
  testId,
}: {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children?: ReactNode;
  level?: 1 | 2;
  testId?: string;
}) => {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section className="notice" role="status" data-testid={testId}>
      <Heading>{title}</Heading>
      {hint && <p>{hint}</p>}
      {children}
      {actions && <div className="buttons">{actions}</div>}
    </section>
  );
};
