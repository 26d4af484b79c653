import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { refresh } from '../ask/keys.ts';
import { useSession } from '../app/known-to-all.ts';
import { minute } from '../parts/day.ts';
import type { Begun } from '../parts/form/begun.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { ManyPicker } from '../parts/form/pickers.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import { PEOPLE_WORDS } from './people-words.ts';
import { useRoles, useTokens } from './people-queries.ts';
import { SaidOnce } from './said-once.tsx';

const DAYS = 90;
type Token = Schemas['ApiToken'];

/** The tokens that one holds; each can be revoked. */
const TokenList = ({ tokens }: { tokens: readonly Token[] }) => {
  const { t } = useWords();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => refresh(client, ['tokens']),
  });
  return (
    <>
      {tokens.length === 0 && <p>{t('noTokens')}</p>}
      <ul className="plain">
        {tokens.map(({ id, name, expiresAt, revoked }) => (
          <li key={id}>
            {name} <span className="small">{revoked ? t('revoked') : `${t('expires')} ${minute(expiresAt)}`}</span>{' '}
            {!revoked && (
              <Popconfirm
                title={t('revoke')}
                description={name}
                onConfirm={() => {
                  revoke.mutate(id);
                }}
              >
                <Button size="small" type="link">
                  {t('revoke')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {revoke.error !== null && <Refusal error={revoke.error} />}
    </>
  );
};

/** One's own API tokens: issued, shown once, revoked. */
export const TokensCard = () => {
  const { t, say } = useWords();
  const tokens = useTokens();
  const held = useSession().data?.permissions ?? [];
  const names = useRoles()?.permissions ?? {};
  const [begun, begin] = useState<Begun | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const rights = held.map((permission) => ({ value: permission, label: say(names[permission], permission) }));
  const issue = () => {
    begin({
      url: '/api/tokens',
      version: null,
      touches: ['tokens'],
      initial: { days: DAYS },
      pickers: { permissions: <ManyPicker options={rights} /> },
      command: {
        type: 'IssueToken',
        title: PEOPLE_WORDS.newToken,
        fields: [
          { name: 'name', kind: 'text', required: true, max: 100, label: PEOPLE_WORDS.tokenPurpose },
          { name: 'permissions', kind: 'texts', required: true, label: PEOPLE_WORDS.tokenRights },
          { name: 'days', kind: 'integer', required: true, max: 366, label: PEOPLE_WORDS.tokenDays },
        ],
      },
    });
  };
  return (
    <Card
      size="small"
      title={t('tokens')}
      data-testid="tokens"
      extra={
        <Button size="small" onClick={issue}>
          {t('newToken')}
        </Button>
      }
    >
      <p className="small">{t('tokensHint')}</p>
      {tokens.isError && <Refusal error={tokens.error} />}
      {tokens.isPending && <Skeleton active />}
      {tokens.data && <TokenList tokens={tokens.data.tokens} />}
      {begun !== null && (
        <CommandForm
          begun={begun}
          onClose={() => {
            begin(null);
          }}
          onDone={(_id, { secret: once }) => {
            if (once) setSecret(once);
          }}
        />
      )}
      {secret !== null && (
        <SaidOnce
          title="tokenOnce"
          secret={secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      )}
    </Card>
  );
};
