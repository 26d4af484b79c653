import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { Schemas } from '../ask/api.ts';
import { sessionOver, useSessionOver } from '../ask/session-over.ts';
import { useWords } from '../words/words.ts';
import { SignInForm } from './sign-in-form.tsx';

const OVER_OTHER_DIALOGS = 2000;

/** Lets somebody whose session has ended sign in over the page, so that nothing typed is lost. Somebody else starts anew. */
export const SessionOverDialog = ({ session }: { session: Schemas['Session'] }) => {
  const { t } = useWords();
  const client = useQueryClient();
  const over = useSessionOver();
  const goOn = (now: Schemas['Session']): void => {
    if (now.account !== session.account || now.mustChangePassword) {
      window.location.assign('/');
      return;
    }
    sessionOver.set(false);
    void client.invalidateQueries();
  };
  return (
    <Modal
      open={over}
      title={t('signedOutTitle')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      zIndex={OVER_OTHER_DIALOGS}
      destroyOnHidden
    >
      <p>{t('signedOutHint')}</p>
      <SignInForm user={session.user} onDone={goOn} />
    </Modal>
  );
};
