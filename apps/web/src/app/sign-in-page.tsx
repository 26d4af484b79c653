import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { answered, api, problemOf } from '../ask/api.ts';
import { useWords } from '../words/words.ts';

export const SignInPage = ({ onDone }: { onDone: () => void }) => {
  const { t, say, language, setLanguage } = useWords();
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (body: { user: string; password: string }) => {
    setBusy(true);
    setProblem(null);
    try {
      await answered(api.POST('/api/session', { body }));
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <Card style={{ width: 'min(380px, 92vw)' }}>
        <Typography.Title level={1} style={{ fontSize: 28, marginTop: 0 }}>
          {t('product')}{' '}
          <small style={{ fontSize: 15, color: '#51615c' }}>{language === 'zh' ? 'Luodi' : '落地'}</small>
        </Typography.Title>
        <Typography.Paragraph type="secondary">{t('about')}</Typography.Paragraph>
        {problem && <Alert type="error" showIcon title={say(problem)} style={{ marginBottom: 12 }} role="alert" />}
        <Form
          layout="vertical"
          onFinish={(body: { user: string; password: string }) => {
            void enter(body);
          }}
          requiredMark={false}
        >
          <Form.Item name="user" label={t('user')} rules={[{ required: true, message: t('required') }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('signIn')}
          </Button>
        </Form>
        <Button
          type="link"
          style={{ marginTop: 8, paddingInline: 0 }}
          onClick={() => {
            setLanguage(language === 'zh' ? 'en' : 'zh');
          }}
        >
          {language === 'zh' ? 'English' : '中文'}
        </Button>
      </Card>
    </main>
  );
};
