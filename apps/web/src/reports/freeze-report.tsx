import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { answered, api } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import type { FiguresAsked } from '../numbers/figures-asked.ts';

/** Issues a report under its number: from then on it is printed just so. */
export const FreezeReport = ({ report, asked }: { report: string; asked: FiguresAsked }) => {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, show] = useState(false);
  const [number, setNumber] = useState('');
  const [key, setKey] = useState(commandKey);
  const freeze = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/reports/{name}/freeze', {
          params: { path: { name: report }, header: { 'Idempotency-Key': key } },
          body: {
            period: asked.period,
            number: number.trim(),
            ...(asked.unit === undefined ? {} : { unit: asked.unit }),
          },
        }),
      ),
    onSuccess: async () => {
      show(false);
      setNumber('');
      setKey(commandKey());
      message.success(t('done'));
      await client.invalidateQueries({ queryKey: ['frozen'] });
    },
  });
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          show(true);
        }}
      >
        {t('freeze')}
      </Button>
      <Modal
        open={open}
        title={t('freeze')}
        okText={t('freeze')}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: number.trim() === '', loading: freeze.isPending }}
        onOk={() => {
          freeze.mutate();
        }}
        onCancel={() => {
          show(false);
        }}
        destroyOnHidden
      >
        <p>{t('freezeMeans')}</p>
        <Input
          autoFocus
          aria-label={t('number')}
          placeholder={t('numberHint')}
          maxLength={60}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value);
          }}
        />
        {freeze.isError && <Refusal error={freeze.error} />}
      </Modal>
    </>
  );
};
