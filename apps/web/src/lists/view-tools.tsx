import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useGo } from '../parts/way.tsx';
import { useSession } from '../app/known-to-all.ts';
import { answered, api } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { refresh } from '../ask/keys.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import type { Field } from '../parts/form/field-values.ts';
import { OnePicker } from '../parts/form/pickers.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import { keptOf, sameKept, type ListAsked, type ViewQuestion } from './list-question.ts';
import { LIST_WORDS, REACHES } from './list-words.ts';
import { addressOfView, useViews, type View } from './view-queries.ts';

const FIELDS: readonly Field[] = [
  { name: 'title', kind: 'text', required: true, max: 40, label: LIST_WORDS.viewTitle },
  { name: 'reach', kind: 'choice', required: true, label: LIST_WORDS.viewReach },
];

/** The form of a view: anew from what is shown, or over the one that is open. */
const useViewForm = (): ((list: string, asked: ViewQuestion, before: View | null) => Begun) => {
  const { say } = useWords();
  const session = useSession().data;
  const reaches = Object.entries(REACHES).filter(
    ([reach]) =>
      reach === 'own' || (reach === 'unit' ? session?.unit != null : session?.permissions.includes('supervise')),
  );
  return (list, asked, before) => ({
    command: { type: 'SaveView', title: LIST_WORDS.saveView, fields: FIELDS },
    url: '/api/views',
    version: null,
    pickers: { reach: <OnePicker options={reaches.map(([value, words]) => ({ value, label: say(words) }))} /> },
    initial: { title: before?.title, reach: before?.reach ?? 'own' },
    fixed: { list, ...asked, ...(before === null ? {} : { view: before.view }) },
    touches: ['views'],
  });
};

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
  const go = useGo();
  const formOf = useViewForm();
  const [begun, begin] = useState<Begun | null>(null);
  const views = useViews();
  const open = views.find(({ view }) => view === asked.view) ?? null;
  const shown = keptOf(asked, also);
  const changed = open !== null && !sameKept(open.asked, shown);
  const keep = (before: View | null): void => {
    begin(formOf(list, shown, before));
  };
  return (
    <>
      {changed && <span className="small">{t('viewChanged')}</span>}
      {open?.own === true && (
        <Button
          type={changed ? 'primary' : 'default'}
          onClick={() => {
            keep(open);
          }}
        >
          {changed ? t('updateView') : t('changeView')}
        </Button>
      )}
      {open?.removable === true && <RemoveView view={open} />}
      <Button
        onClick={() => {
          keep(null);
        }}
      >
        {open === null ? t('saveView') : t('saveAsView')}
      </Button>
      {begun !== null && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={(_id, recorded) => {
            const saved = (recorded as { readonly views?: readonly View[] }).views?.findLast(({ own }) => own);
            if (saved !== undefined && begun.fixed?.['view'] === undefined) go(addressOfView(saved), { replace: true });
          }}
        />
      )}
    </>
  );
};
