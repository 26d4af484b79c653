import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Brings what follows of a list; nothing where all of it is there. */
export const MoreButton = ({
  pages,
  className = 'space-above',
  children,
}: {
  pages: Pages;
  className?: string;
  children?: ReactNode;
}) => {
  const { t } = useWords();
  if (!pages.hasNextPage) return null;
  return (
    <Button
      block
      className={className}
      loading={pages.isFetchingNextPage}
      onClick={() => {
        void pages.fetchNextPage();
      }}
    >
      {children ?? t('more')}
    </Button>
  );
};

/** Shows more of what is here already; nothing where all of it is shown. */
export const ShowMore = ({ left, onMore }: { left: number; onMore: () => void }) => {
  const { t, marks } = useWords();
  if (left <= 0) return null;
  return (
    <Button block className="space-above" onClick={onMore}>
      {t('more')}
      {marks.aside(left)}
    </Button>
  );
};
