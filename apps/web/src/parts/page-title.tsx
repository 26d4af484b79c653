import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';

/** The name of a page: its one first-level heading, and the name of the window. `window`: where the heading is more than text. */
export const PageTitle = ({
  children,
  window: name,
  extra,
}: {
  children: ReactNode;
  window?: string;
  extra?: ReactNode;
}) => {
  const { t } = useWords();
  const text = name ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    if (text !== '') document.title = `${text} · ${t('product')}`;
  }, [text, t]);
  return (
    <div className="page-title">
      <h1>{children}</h1>
      {extra}
    </div>
  );
};
