import { Tabs } from 'antd';
import { useSession } from '../app/known-to-all.ts';
import { useChosen } from '../parts/chosen.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { useWords } from '../words/words.ts';
import { Erasing } from './erasing.tsx';
import { Changes } from './setting-changes.tsx';
import { Looks } from './looks.tsx';
import { SetAside } from './set-aside.tsx';
import { Verifying } from './verifying.tsx';

/** The auditor's room: is the log what was written, who looked at what, what was set otherwise, what stands aside. */
export const AuditPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const mayErase = useSession().data?.permissions.includes('erase-people') ?? false;
  return (
    <>
      <PageTitle>{t('auditRoom')}</PageTitle>
      <Tabs
        activeKey={chosen.get('tab') ?? 'verify'}
        onChange={(tab) => {
          set('tab', tab === 'verify' ? null : tab);
        }}
        destroyOnHidden
        items={[
          { key: 'verify', label: t('verifyTab'), children: <Verifying /> },
          { key: 'looks', label: t('looksTab'), children: <Looks /> },
          { key: 'changes', label: t('changesTab'), children: <Changes /> },
          { key: 'aside', label: t('asideTab'), children: <SetAside /> },
          ...(mayErase ? [{ key: 'erase', label: t('eraseTab'), children: <Erasing /> }] : []),
        ]}
      />
    </>
  );
};
