import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useGo } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { refresh } from '../ask/keys.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import { keptOf, sameKept, type ListAsked } from './list-question.ts';
import { useViews, type View } from './view-queries.ts';

const ViewForm = lazy(async () => ({ default: (await import('./view-form.tsx')).ViewForm }));

const RemoveView = ({ view }: { view: View }) => {
  const { t } = useWords();
  const client = useQueryClient();
  const go = useGo();
  const [key] = useState(commandKey);
  const remove = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/views/{view}', {
          params: { path: { view: view.view }, header: { 'Idempotency-Key': key } },
        }),
      ),
    onSuccess: async () => {
      await refresh(client, ['views']);
      go(`/lists/${view.list}`, { replace: true });
    },
  });
  return (
    <>
      <Popconfirm
        title={view.reach === 'own' ? t('removeViewSure') : t('removeSharedSure')}
        okText={t('removeView')}
        cancelText={t('cancel')}
        onConfirm={() => {
          remove.mutate();
        }}
      >
        <Button loading={remove.isPending}>{t('removeView')}</Button>
      </Popconfirm>
      {remove.isError && <Refusal error={remove.error} />}
    </>
  );
};

/** Keeps what is shown as a view; changes or takes away the one that is open. */
export const ViewTools = ({ list, asked, also }: { list: string; asked: ListAsked; also: readonly string[] }) => {
  const { t } = useWords();
  const [keeping, keep] = useState<{ readonly before: View | null } | null>(null);
  const views = useViews();
  const open = views.find(({ view }) => view === asked.view) ?? null;
  const shown = keptOf(asked, also);
  const changed = open !== null && !sameKept(open.asked, shown);
  return (
    <>
      {changed && <span className="small">{t('viewChanged')}</span>}
      {open?.own === true && (
        <Button
          type={changed ? 'primary' : 'default'}
          onClick={() => {
            keep({ before: open });
          }}
        >
          {changed ? t('updateView') : t('changeView')}
        </Button>
      )}
      {open?.removable === true && <RemoveView view={open} />}
      <Button
        onClick={() => {
          keep({ before: null });
        }}
      >
        {open === null ? t('saveView') : t('saveAsView')}
      </Button>
      {keeping !== null && (
        <Suspense>
          <ViewForm
            list={list}
            asked={shown}
            before={keeping.before}
            onClose={() => {
              keep(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
};
