import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Skeleton, Switch, Typography } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { answered, api, problemOf } from '../ask/api.ts';
import { minute } from '../parts/day.ts';
import { DueWord } from '../parts/due-word.tsx';
import { useSession } from '../app/known-to-all.ts';
import {
  About,
  NamedBeside,
  OfProject,
  OutcomeWord,
  Told,
  useReminderWords,
  type Reminder,
} from './reminder-words.tsx';
import { useRowKeys } from '../parts/row-keys.ts';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';

const pathOf = ({ order, subject }: Reminder): string => (order ? `/matters/orders/${order}` : subject.path);
const AT_ONCE = 200; // what a first start brings fits on one page
const MOST = 500; // that the server takes at once

/** The notices of whoever is signed in: the latest day first, the most serious first within it; acknowledged one by one or all that are shown. */
export const InboxPage = () => {
  const { t, say, language } = useWords();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const words = useReminderWords();
  const session = useSession().data;
  const [onlyOpen, setOnlyOpen] = useState(true);
  const mayAnswer = session?.permissions.includes('answer') ?? false;
  const pages = useInfiniteQuery({
    queryKey: ['inbox', 'rows', onlyOpen],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/inbox', {
          params: {
            query: {
              limit: AT_ONCE,
              ...(onlyOpen ? { open: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const acknowledge = useMutation({
    mutationFn: (told: readonly Reminder[]) =>
      answered(api.POST('/api/inbox/acknowledge', { body: { keys: told.map(({ key }) => key) } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['inbox'] });
    },
    onError: (error) => {
      message.error(say(problemOf(error)));
    },
  });
  const mine = useCallback(({ acknowledgedBy }: Reminder) => acknowledgedBy.includes(session?.user ?? ''), [session]);
  const { mutate, mutateAsync } = acknowledge;
  const waiting = rows.filter((row) => !mine(row)).slice(0, MOST);
  const confirmAll = () => {
    modal.confirm({
      title:
        language === 'zh' ? `签收所列 ${waiting.length} 条提醒？` : `Acknowledge the ${waiting.length} notices shown?`,
      content: t('acknowledgeAllMeans'),
      okText: t('acknowledge'),
      cancelText: t('cancel'),
      onOk: () => mutateAsync(waiting).catch(() => undefined), // said above; the question closes either way
    });
  };
  const keys = useMemo(
    () => ({
      Enter: (row: Reminder) => {
        navigate(pathOf(row));
      },
      a: (row: Reminder) => {
        if (mayAnswer && !mine(row)) mutate([row]);
      },
    }),
    [navigate, mutate, mayAnswer, mine],
  );
  const { at } = useRowKeys(rows, keys);
  useEffect(() => {
    document.title = `${t('inbox')} · ${t('product')}`;
  }, [t]);
  const told = pages.data?.pages[0]?.open ?? 0;
  return (
    <>
      <div className="heading">
        <h1 className="title">{t('inbox')}</h1>
        <span>
          {t('notAcknowledged')} {told}
        </span>
      </div>
      <div className="filters">
        <label>
          <Switch size="small" checked={onlyOpen} onChange={setOnlyOpen} aria-label={t('onlyOpen')} /> {t('onlyOpen')}
        </label>
        {mayAnswer && waiting.length > 1 && (
          <Button size="small" loading={acknowledge.isPending} onClick={confirmAll}>
            {t('acknowledgeAll')}（{waiting.length}）
          </Button>
        )}
        <Typography.Text type="secondary" style={{ fontSize: 12 }} className="wide-only">
          {t('inboxKeys')}
        </Typography.Text>
      </div>
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      {pages.isPending && <Skeleton active />}
      {pages.data && rows.length === 0 && <Empty description={t('noInbox')} />}
      <ul className="cards" data-testid="inbox">
        {rows.map((row, index) => (
          <li key={row.key} className={index === at ? 'chosen-card' : ''}>
            <div className="heading">
              <strong>
                <About reminder={row} />
              </strong>
              {mine(row) ? (
                <OutcomeWord outcome="acknowledged" />
              ) : (
                mayAnswer && (
                  <Button
                    size="small"
                    type="primary"
                    ghost
                    onClick={() => {
                      mutate([row]);
                    }}
                  >
                    {t('acknowledge')}
                  </Button>
                )
              )}
            </div>
            <div>
              {words(row)} ·{' '}
              {row.subject.due ? (
                <>
                  {t('dueBy')} <DueWord due={row.subject.due} />
                </>
              ) : (
                <>
                  {t('dueDay')} {row.on}
                </>
              )}{' '}
              <OfProject reminder={row} />
              {row.order && (
                <>
                  {' '}
                  · <Link to={`/matters/orders/${row.order}`}>{t('openOrder')}</Link>
                </>
              )}
            </div>
            <NamedBeside reminder={row} />
            <div className="small">
              {t('sentAt')} {minute(row.sentAt)} · {t('told')} <Told to={row.to} />
            </div>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          block
          style={{ marginTop: 8 }}
          loading={pages.isFetchingNextPage}
          onClick={() => {
            void pages.fetchNextPage();
          }}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
};
