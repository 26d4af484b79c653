import { App, Card } from 'antd';
import { useSession } from '../app/known-to-all.ts';
import { PasswordForm } from '../app/password-form.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { useWords } from '../words/words.ts';

/** One's own account: the password. */
export const OwnAccountPage = () => {
  const { t } = useWords();
  const { message } = App.useApp();
  const user = useSession().data?.user ?? '';
  return (
    <>
      <PageTitle>{t('ownAccount')}</PageTitle>
      <Card size="small" title={t('changePassword')} className="narrow-card">
        <PasswordForm
          user={user}
          onDone={() => {
            message.success(t('passwordChanged'));
          }}
        />
      </Card>
    </>
  );
};
