import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { refresh } from '../ask/keys.ts';
import { FigureWord } from '../numbers/figure-word.tsx';
import { useMetricWord } from '../numbers/metric-words.ts';
import { PlainTable } from '../numbers/plain-table.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import { monthsToClose } from './months-to-close.ts';

/** The figures that will stand, where they stand, and who has not been heard of. */
const WillBeClosed = ({ closing }: { closing: Schemas['Closing'] }) => {
  const { t, marks } = useWords();
  const metricWord = useMetricWord();
  const { silent, figures, asOf, position, hash } = closing;
  return (
    <>
      <Alert
        type={silent.length === 0 ? 'success' : 'warning'}
        showIcon
        title={silent.length === 0 ? t('allHaveReported') : t('silentUnits')}
        description={silent.length === 0 ? null : silent.map(({ name }) => name).join(marks.list)}
      />
      <PlainTable
        about={t('willBeClosed')}
        columns={[{ title: t('metricWord') }, { title: t('willBeClosed'), figure: true }]}
      >
        {Object.entries(figures).map(([metric, { value }]) => (
          <tr key={metric}>
            <th scope="row">{metricWord(metric)}</th>
            <td className="figure">
              <FigureWord value={value} />
            </td>
          </tr>
        ))}
      </PlainTable>
      <p className="small">
        {t('countedUpTo')} {asOf} · {t('countedAt')} {position} · {t('fingerprint')} {hash.slice(0, 16)}
      </p>
    </>
  );
};

/** Closes a month that is over, after it was shown what that fixes. */
export const CloseMonth = ({ closed, onClose }: { closed: readonly string[]; onClose: () => void }) => {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [key] = useState(commandKey);
  const months = monthsToClose(closed);
  const [month, choose] = useState(months[0]);
  const closing = useQuery({
    queryKey: ['list', 'closing', month],
    queryFn: () => answered(api.GET('/api/periods/closing', { params: { query: { month: month! } } })),
    enabled: month !== undefined,
  });
  const close = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/periods/close', {
          params: { header: { 'Idempotency-Key': `${key}-${month!}` } },
          body: { month: month! },
        }),
      ),
    onSuccess: async () => {
      onClose();
      message.success(t('done'));
      await refresh(client, ['list']);
    },
  });
  const refused = closing.error ?? close.error;
  return (
    <Modal
      open
      title={t('closeMonth')}
      okText={t('closeAnyway')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: closing.data === undefined, loading: close.isPending }}
      onOk={() => {
        close.mutate();
      }}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {month === undefined ? (
        <p>{t('noMonthToClose')}</p>
      ) : (
        <Select<string>
          aria-label={t('whichMonth')}
          showSearch
          className="whole-width space-below"
          value={month}
          onChange={(chosen) => {
            close.reset();
            choose(chosen);
          }}
          options={months.map((one) => ({ value: one, label: one }))}
        />
      )}
      {closing.isFetching && closing.data === undefined && <Skeleton active />}
      {closing.data !== undefined && <WillBeClosed closing={closing.data} />}
      {refused !== null && <Refusal error={refused} />}
    </Modal>
  );
};
