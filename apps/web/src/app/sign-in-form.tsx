import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answered, api, problemOf, type Problem, type Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';

interface Typed {
  readonly user: string;
  readonly password: string;
}

/** Name and password. The same form on its own page and over a page whose session has ended. */
export const SignInForm = ({
  user,
  onDone,
}: {
  user?: string;
  onDone: (session: Schemas['Session'], password: string) => void;
}) => {
  const { t, say } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (body: Typed): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onDone(await answered(api.POST('/api/session', { body })), body.password);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {problem && <Alert type="error" showIcon title={say(problem)} className="space-below" role="alert" />}
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ user: user ?? '' }}
        onFinish={(body) => {
          void enter(body);
        }}
      >
        <Form.Item name="user" label={t('user')} rules={[{ required: true, message: t('required') }]}>
          <Input autoComplete="username" autoFocus={user === undefined} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
          <Input.Password autoComplete="current-password" autoFocus={user !== undefined} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('signIn')}
        </Button>
      </Form>
    </>
  );
};
