import { Button, Input, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useSession, useUnitName } from '../app/known-to-all.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { useAccountForms } from './account-forms.tsx';
import { SCOPE_WORDS } from './people-words.ts';
import { AccountButtons, AccountState } from './account-row.tsx';
import { useAccounts, useRoles, type Account } from './people-queries.ts';
import { RolesExplained } from './roles-explained.tsx';
import { SaidOnce } from './said-once.tsx';

/** Whose account it is, what they may do and whose projects they see, and what can be done with it. */
const AccountsTable = ({
  accounts,
  onSecret,
  onChange,
}: {
  accounts: readonly Account[];
  onSecret: (password: string) => void;
  onChange: (account: Account) => void;
}) => {
  const { t, say, marks } = useWords();
  const unitName = useUnitName();
  const roles = useRoles()?.roles ?? [];
  const roleNames = (held: Account['roles']): string =>
    held.map((role) => say(roles.find((one) => one.role === role)?.title, role)).join(marks.list);
  return (
    <Table<Account>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 900 }}
      dataSource={[...accounts]}
      locale={{ emptyText: t('noAccountFound') }}
      columns={[
        { title: t('personName'), dataIndex: 'name', width: 110, fixed: 'left' },
        { title: t('user'), dataIndex: 'user', width: 120 },
        { title: t('ownUnit'), width: 150, render: (_, { unit }) => unitName(unit) },
        { title: t('roles'), width: 140, render: (_, { roles: held }) => roleNames(held) || t('noRightsYet') },
        {
          title: t('scope'),
          width: 180,
          render: (_, { scope, units }) => (
            <>
              {say(SCOPE_WORDS[scope], scope)}
              {units.length > 0 && <div className="small">{units.map(unitName).join(marks.list)}</div>}
            </>
          ),
        },
        { title: t('accountState'), width: 130, render: (_, account) => <AccountState account={account} /> },
        {
          title: t('doNow'),
          render: (_, account) => (
            <AccountButtons
              account={account}
              onSecret={onSecret}
              onChange={() => {
                onChange(account);
              }}
            />
          ),
        },
      ]}
    />
  );
};

/** Who may sign in, as what, and whose projects they see. */
export const AccountsPage = () => {
  const { t } = useWords();
  const unitName = useUnitName();
  const accounts = useAccounts();
  const forms = useAccountForms();
  const may = useSession().data?.permissions ?? [];
  const [typed, setTyped] = useState('');
  const [begun, begin] = useState<Begun | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  if (accounts.isError) return <Refused error={accounts.error} again={accounts.refetch} level={1} />;
  const isFound = ({ user, name, unit }: Account): boolean =>
    [user, name, unitName(unit)].some((text) => text.includes(typed.trim()));
  return (
    <>
      <PageTitle
        extra={
          may.includes('keep-accounts') && (
            <Button
              type="primary"
              onClick={() => {
                begin(forms.create());
              }}
            >
              {t('newAccount')}
            </Button>
          )
        }
      >
        {t('accountsPage')}
      </PageTitle>
      <div className="filters">
        <Input.Search
          allowClear
          aria-label={t('findAccount')}
          placeholder={t('findAccount')}
          className="filter wide"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </div>
      {accounts.isPending && <Skeleton active />}
      {accounts.data && (
        <AccountsTable
          accounts={accounts.data.accounts.filter(isFound)}
          onSecret={setSecret}
          onChange={(account) => {
            begin(forms.change(account));
          }}
        />
      )}
      <RolesExplained />
      {begun !== null && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={(_id, { password }) => {
            if (password) setSecret(password);
          }}
        />
      )}
      {secret !== null && (
        <SaidOnce
          title="passwordOnce"
          hint="passwordOnceHint"
          secret={secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      )}
    </>
  );
};
