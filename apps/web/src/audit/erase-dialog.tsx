import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { api, type Schemas } from '../ask/api.ts';
import { followed, IN_LINES } from '../ask/in-lines.ts';
import { PROJECT_TOUCHES, refresh } from '../ask/keys.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';

type Erasure = Schemas['Erasure'];

interface Said {
  readonly reason: string;
  readonly typed: string;
}

/** The second look: whose keys are destroyed, why, and what was looked for typed once more. */
export const EraseDialog = ({
  wanted,
  people,
  onClose,
  onErased,
}: {
  wanted: string;
  people: Erasure['people'];
  onClose: () => void;
  onErased: (erased: Erasure) => void;
}) => {
  const { t, marks } = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Said>();
  const erasing = useMutation({
    mutationFn: ({ reason, typed }: Said) =>
      followed<Erasure>(
        api.POST('/api/audit/people/erase', {
          body: { wanted: [wanted], persons: people.map(({ person }) => person), reason, typed },
          ...IN_LINES,
        }),
        () => undefined,
      ),
    onSuccess: async (erased) => {
      onErased(erased);
      await refresh(client, PROJECT_TOUCHES);
    },
  });
  return (
    <Modal
      open
      title={t('eraseTitle')}
      okText={t('eraseNow')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={erasing.isPending}
      mask={{ closable: false }}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      <Alert
        type="warning"
        showIcon
        className="space-below"
        title={`${t('eraseCount')}${marks.colon}${people.reduce((sum, { facts }) => sum + facts, 0)}`}
        description={people.map(({ person }) => person).join(marks.list)}
      />
      <Form
        form={form}
        layout="vertical"
        onFinish={(said) => {
          erasing.mutate(said);
        }}
      >
        <Form.Item
          name="reason"
          label={t('eraseReason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus />
        </Form.Item>
        <Form.Item
          name="typed"
          label={t('typeAgain')}
          rules={[
            { required: true, message: t('required') },
            {
              validator: (_rule, typed?: string) =>
                (typed ?? '').trim() === '' || typed!.trim() === wanted
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('typedOtherwise'))),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
      {erasing.isError && <Refusal error={erasing.error} />}
    </Modal>
  );
};
