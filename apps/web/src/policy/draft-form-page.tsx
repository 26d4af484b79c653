import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input, Skeleton, Space } from 'antd';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { Link, useGo } from '../parts/way.tsx';
import { answered, api, problemOf, Refusal } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { ClockFields } from './clock-fields.tsx';
import { LadderFields } from './ladder-fields.tsx';
import { NumberFields } from './number-fields.tsx';
import type { Policy } from './policy-document.ts';
import { showRefused } from '../parts/form/refused-fields.ts';
import { usePolicies } from './use-policies.ts';

/** Without the day, which is chosen when it is published; a clock whose own colours were all taken away has none. */
const asDocument = ({ version: _version, validFrom: _validFrom, ...policy }: Policy): object => ({
  ...policy,
  clocks: Object.fromEntries(
    Object.entries(policy.clocks).map(([name, { own, ...rule }]) => {
      const colours = Object.entries(own ?? {}).filter(([, length]) => (length as unknown) !== undefined);
      return [name, colours.length === 0 ? rule : { ...rule, own: Object.fromEntries(colours) }];
    }),
  ),
});

const DraftForm = ({ policy, back }: { policy: Policy; back: string }) => {
  const { t, say, language } = useWords();
  const { message } = App.useApp();
  const go = useGo();
  const client = useQueryClient();
  const key = useRef(commandKey());
  const [form] = Form.useForm<Policy & { note?: string }>();
  const save = useMutation({
    mutationFn: () => {
      const { note, ...given } = form.getFieldsValue(true) as Policy & { note?: string };
      return answered(
        api.POST('/api/policy/drafts', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: { policy: asDocument(given), ...(note ? { note } : {}) },
        }),
      );
    },
    onSuccess: async ({ draft }) => {
      message.success(t('savedDraft'));
      await client.invalidateQueries({ queryKey: ['policy'] });
      go(`/policy/drafts/${draft}`);
    },
    onError: (error) => {
      key.current = commandKey();
      if (error instanceof Refusal) showRefused(form, error.problem, language);
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={policy}
      onFinish={() => {
        save.mutate();
      }}
      scrollToFirstError
    >
      <NumberFields policy={policy} />
      <ClockFields policy={policy} />
      <LadderFields />
      <Card size="small" style={{ marginBottom: 12 }}>
        <Form.Item name="note" label={t('draftNote')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
        {save.isError && (
          <Alert type="error" showIcon role="alert" title={say(problemOf(save.error))} style={{ marginBottom: 12 }} />
        )}
        <Space>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('saveDraft')}
          </Button>
          <Link to={back}>{t('cancel')}</Link>
        </Space>
      </Card>
    </Form>
  );
};

/** A change of the rules, begun from a version or from an earlier draft, and kept as a draft. */
export const DraftFormPage = () => {
  const { t } = useWords();
  const [chosen] = useSearchParams();
  const policies = usePolicies();
  useEffect(() => {
    document.title = `${t('startDraft')} · ${t('product')}`;
  }, [t]);
  if (policies.isError) return <Refused error={policies.error} again={policies.refetch} />;
  if (!policies.data) return <Skeleton active />;
  const { policies: versions, drafts, inForce } = policies.data;
  const draft = drafts.find((one) => String(one.draft) === chosen.get('draft'));
  const from =
    draft ??
    versions.find(({ version }) => String(version) === chosen.get('version')) ??
    versions.find(({ version }) => version === inForce)!;
  const back = draft === undefined ? '/policy' : `/policy/drafts/${draft.draft}`;
  return (
    <>
      <Link to={back}>← {t('back')}</Link>
      <h1 className="title">{t('startDraft')}</h1>
      <p className="small" style={{ marginTop: 0 }}>
        {t('draftAbout')}
      </p>
      <DraftForm key={back} policy={from.policy} back={back} />
    </>
  );
};
