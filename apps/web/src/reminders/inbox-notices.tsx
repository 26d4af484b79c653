import { MoreButton } from '../parts/more-button.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button, Empty, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useGo } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { Refused } from '../parts/refused.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { counted } from '../words/counted.ts';
import { w } from '../words/sentence.ts';
import { useWords } from '../words/words.ts';
import { NoticeCard } from './notice-card.tsx';
import type { Reminder } from './reminder-words.tsx';
import { MOST, useAcknowledge } from './use-acknowledge.ts';

export const pathOf = ({ order, subject }: Reminder): string => (order ? `/matters/orders/${order}` : subject.path);
const NONE: readonly Reminder[] = [];
const keyOf = ({ key }: Reminder): string => key;
const AT_ONCE = 200; // what a first start brings fits on one page

/** What an inbox is narrowed to. */
export interface Narrowed {
  readonly open: boolean;
  readonly rung: string | null;
  readonly project?: string;
  readonly month?: string;
}

/** Notices one by one: the latest day first, the most serious first within it; acknowledged singly or all that are shown, by mouse or by key. */
export const InboxNotices = ({ open, rung, project, month, keys: byKey }: Narrowed & { keys: boolean }) => {
  const { t, language, marks } = useWords();
  const { modal } = App.useApp();
  const go = useGo();
  const { mine, may, acknowledging } = useAcknowledge();
  const pages = useInfiniteQuery({
    queryKey: ['inbox', 'rows', open, rung, project, month],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/inbox', {
          params: {
            query: {
              limit: AT_ONCE,
              ...(open ? { open: 'true' as const } : {}),
              ...(rung === null ? {} : { rung: rung as 'due' }),
              ...(project === undefined ? {} : { project }),
              ...(month === undefined ? {} : { month }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const { mutate, mutateAsync } = acknowledging;
  const waiting = rows.filter((row) => !mine(row)).slice(0, MOST);
  const confirmAll = () => {
    modal.confirm({
      title:
        language === 'zh'
          ? `签收所列 ${waiting.length} 条提醒？`
          : `Acknowledge the ${counted(waiting.length, w('条提醒', 'notices')).en} shown?`,
      content: t('acknowledgeAllMeans'),
      okText: t('acknowledge'),
      cancelText: t('cancel'),
      onOk: () => mutateAsync(waiting).catch(() => undefined), // said by the page; the question closes either way
    });
  };
  const { at } = useRowKeys(byKey ? rows : NONE, keyOf, {
    Enter: (row: Reminder) => {
      go(pathOf(row));
    },
    a: (row: Reminder) => {
      if (may && !mine(row)) mutate([row]);
    },
  });
  if (pages.isError) return <Refused error={pages.error} again={pages.refetch} />;
  if (pages.isPending) return <Skeleton active />;
  if (rows.length === 0) return <Empty description={t(rung === null ? 'noInbox' : 'nothingFiltered')} />;
  return (
    <>
      {may && waiting.length > 1 && (
        <Button size="small" loading={acknowledging.isPending} onClick={confirmAll} className="space-below">
          {t('acknowledgeAll')}
          {marks.aside(waiting.length)}
        </Button>
      )}
      <ul className="cards" data-testid="inbox">
        {rows.map((row, index) => (
          <NoticeCard
            key={row.key}
            reminder={row}
            chosen={byKey && index === at}
            done={mine(row)}
            onAcknowledge={
              may
                ? () => {
                    mutate([row]);
                  }
                : null
            }
          />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </>
  );
};
