import { MoreButton } from '../parts/more-button.tsx';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { DatePicker, Select, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';

import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { addDays, today } from '../parts/day.ts';
import { useSession } from '../app/known-to-all.ts';
import { ProjectPicker } from '../parts/form/record-pickers.tsx';
import { ReminderProof } from './reminder-proof.tsx';
import { ReminderQueue } from './reminder-queue.tsx';
import { ReminderTable } from './reminder-table.tsx';
import { ReminderWatch } from './reminder-watch.tsx';
import { OUTCOMES } from '../words/supervision-words.ts';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';

type Outcome = 'expected' | 'sent' | 'merged' | 'suppressed' | 'failed' | 'acknowledged' | 'withdrawn';

/** Expected against sent, merged, suppressed and why, failed, acknowledged; and what the next 30 days will bring. */
export const RemindersPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const [proof, setProof] = useState<string | null>(null);
  const may = useSession().data?.permissions ?? [];
  useEffect(() => {
    document.title = `${t('reminderLedger')} · ${t('product')}`;
  }, [t]);
  return (
    <>
      <h1 className="title">{t('reminderLedger')}</h1>
      {may.includes('supervise') && <ReminderWatch />}
      <Tabs
        activeKey={chosen.get('tab') ?? 'ledger'}
        onChange={(tab) => {
          set('tab', tab === 'ledger' ? null : tab);
        }}
        destroyOnHidden
        items={[
          { key: 'ledger', label: t('ledger'), children: <Ledger chosen={chosen} set={set} onProof={setProof} /> },
          { key: 'preview', label: t('preview'), children: <Preview /> },
          ...(may.includes('keep-policy') ? [{ key: 'queue', label: t('queue'), children: <ReminderQueue /> }] : []),
        ]}
      />
      {proof && (
        <ReminderProof
          reminder={proof}
          onClose={() => {
            setProof(null);
          }}
        />
      )}
    </>
  );
};

const Ledger = ({
  chosen,
  set,
  onProof,
}: {
  chosen: URLSearchParams;
  set: (name: string, value: string | null) => void;
  onProof: (key: string) => void;
}) => {
  const { t, say } = useWords();
  const [from, to, project, outcome] = ['from', 'to', 'project', 'outcome'].map((name) => chosen.get(name)) as [
    string | null,
    string | null,
    string | null,
    Outcome | null,
  ];
  const start = from ?? addDays(today(), -30); // the past of an imported ledger goes back years: it is there for who asks
  const query = {
    from: start,
    ...(to ? { to } : {}),
    ...(project ? { project } : {}),
    ...(outcome ? { outcome } : {}),
    limit: 100,
  };
  const pages = useInfiniteQuery({
    queryKey: ['reminders', query],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/reminders', { params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const day = (name: 'from' | 'to', value: string | null) => (
    <DatePicker
      placeholder={t(name)}
      aria-label={t(name)}
      value={value ? dayjs(value) : null}
      allowClear={name === 'to'}
      onChange={(picked) => {
        set(name, picked ? picked.format('YYYY-MM-DD') : null);
      }}
    />
  );
  return (
    <>
      <div className="filters">
        {day('from', start)}
        {day('to', to)}
        <Select
          allowClear
          placeholder={t('outcome')}
          aria-label={t('outcome')}
          value={outcome}
          onChange={(value?: string) => {
            set('outcome', value ?? null);
          }}
          style={{ width: 130 }}
          options={Object.entries(OUTCOMES).map(([value, name]) => ({ value, label: say(name) }))}
        />
        <span style={{ width: 260 }}>
          <ProjectPicker
            value={project ?? undefined}
            onChange={(value) => {
              set('project', value ?? null);
            }}
          />
        </span>
      </div>
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      <ReminderTable
        rows={pages.data?.pages.flatMap((page) => page.rows) ?? []}
        loading={pages.isPending}
        empty={t('noReminders')}
        onProof={onProof}
      />
      <MoreButton pages={pages} />
    </>
  );
};

const Preview = () => {
  const { t } = useWords();
  const preview = useQuery({
    queryKey: ['reminders', 'preview'],
    queryFn: () => answered(api.GET('/api/reminders/preview', { params: { query: { days: 30 } } })),
  });
  return (
    <>
      {preview.isError && <Refused error={preview.error} again={preview.refetch} />}
      <ReminderTable
        rows={preview.data?.rows ?? []}
        loading={preview.isPending}
        empty={t('noPreview')}
        onProof={null}
      />
    </>
  );
};
