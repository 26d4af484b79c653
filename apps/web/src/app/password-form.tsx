import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answered, api, problemOf, type Problem } from '../ask/api.ts';
import { useWords } from '../words/words.ts';

interface Typed {
  readonly current?: string;
  readonly next: string;
  readonly again: string;
}

/** One's own password. `known`: the present one, where it was typed a moment ago and need not be asked for again. */
export const PasswordForm = ({ user, known, onDone }: { user: string; known?: string; onDone: () => unknown }) => {
  const { t, say, language } = useWords();
  const [form] = Form.useForm<Typed>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async ({ current = known ?? '', next }: Typed): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await answered(api.POST('/api/session/password', { body: { current, next } }));
      form.resetFields();
      await onDone();
    } catch (error) {
      const refused = problemOf(error);
      setProblem(refused);
      form.setFields(
        refused.errors.map(({ field, ...sentence }) => ({
          name: field as keyof Typed,
          errors: [sentence[language]],
        })),
      );
    } finally {
      setBusy(false);
    }
  };
  const must = [{ required: true, message: t('required') }];
  return (
    <>
      {problem && <Alert type="error" showIcon title={say(problem)} className="space-below" role="alert" />}
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={(typed) => {
          void change(typed);
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={user} readOnly />
        {known === undefined && (
          <Form.Item name="current" label={t('presentPassword')} rules={must}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        )}
        <Form.Item name="next" label={t('newPassword')} rules={must} extra={t('passwordRule')}>
          <Input.Password autoComplete="new-password" autoFocus={known !== undefined} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('newPasswordAgain')}
          dependencies={['next']}
          rules={[
            ...must,
            ({ getFieldValue }) => ({
              validator: async (_rule, value?: string) => {
                if (value && value !== getFieldValue('next')) throw new Error(t('passwordsDiffer'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('changePassword')}
        </Button>
      </Form>
    </>
  );
};
