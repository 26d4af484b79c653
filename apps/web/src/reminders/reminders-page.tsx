import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useEffect, useState } from 'react';

import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { useSession } from '../app/known-to-all.ts';
import { ReminderLedger } from './reminder-ledger.tsx';
import { ReminderProof } from './reminder-proof.tsx';
import { ReminderQueue } from './reminder-queue.tsx';
import { ReminderTable } from './reminder-table.tsx';
import { ReminderWatch } from './reminder-watch.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';

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
          { key: 'ledger', label: t('ledger'), children: <ReminderLedger onProof={setProof} /> },
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
