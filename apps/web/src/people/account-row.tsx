import { Button, Popconfirm, Tag } from 'antd';
import { Refusal } from '../parts/refusal.tsx';
import { useSession } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { useAccountActions, type Account } from './people-queries.ts';

/** Whether an account can be used now, in words. */
export const AccountState = ({ account }: { account: Account }) => {
  const { t } = useWords();
  if (account.disabled) return <Tag>{t('disabled')}</Tag>;
  return (
    <>
      {account.locked && <Tag color="red">{t('locked')}</Tag>}
      {account.mustChangePassword ? <Tag color="orange">{t('mustChange')}</Tag> : !account.locked && t('inUse')}
    </>
  );
};

/** What can be done with an account. */
export const AccountButtons = ({
  account,
  onChange,
  onSecret,
}: {
  account: Account;
  onChange: () => void;
  onSecret: (password: string) => void;
}) => {
  const { t } = useWords();
  const { enable, reset, unlock } = useAccountActions();
  const may = useSession().data?.permissions ?? [];
  const keeps = may.includes('keep-accounts');
  return (
    <span className="buttons">
      <Button size="small" onClick={onChange}>
        {t('edit')}
      </Button>
      {keeps && account.locked && (
        <Button
          size="small"
          onClick={() => {
            unlock.mutate(account);
          }}
        >
          {t('unlock')}
        </Button>
      )}
      <Popconfirm
        title={t('resetPassword')}
        description={t('resetPasswordSure')}
        onConfirm={() => {
          reset.mutate(account, {
            onSuccess: ({ password }) => {
              onSecret(password);
            },
          });
        }}
      >
        <Button size="small">{t('resetPassword')}</Button>
      </Popconfirm>
      {keeps && (
        <Popconfirm
          title={account.disabled ? t('enable') : t('disable')}
          description={account.name}
          onConfirm={() => {
            enable.mutate({ account, disabled: !account.disabled });
          }}
        >
          <Button size="small">{account.disabled ? t('enable') : t('disable')}</Button>
        </Popconfirm>
      )}
      {[enable, reset, unlock].map(({ error }, index) => error !== null && <Refusal key={index} error={error} />)}
    </span>
  );
};
