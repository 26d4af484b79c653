import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Popconfirm, Space, Tag } from 'antd';
import { useState } from 'react';
import { answered, api, problemOf } from '../ask/api.ts';
import { minute } from '../parts/day.ts';
import { useUnitName } from '../app/known-to-all.ts';
import { CHANNELS } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import { choicesOf, KINDS, type Channel } from './channel-kinds.ts';
import { failureWords } from './channel-words.ts';

/** How fast it may send, in words. */
const useRate = () => {
  const { t, language, marks } = useWords();
  return ({ perMinute, perSecond }: Channel['limit']): string =>
    [
      ...(perMinute === null ? [] : [language === 'zh' ? `每分钟 ${perMinute} 条` : `${perMinute} a minute`]),
      ...(perSecond === null ? [] : [language === 'zh' ? `每秒 ${perSecond} 条` : `${perSecond} a second`]),
    ].join(marks.list) || t('noRate');
};

/** Sends a test message and says what came of it, in words that tell what to do. */
const Try = ({ channel }: { channel: Channel }) => {
  const { t, say, marks } = useWords();
  const [email, setEmail] = useState('');
  const { name, kind } = channel.settings;
  const run = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/channels/{name}/test', {
          params: { path: { name } },
          body: kind === 'mail' && email !== '' ? { email } : {},
        }),
      ),
  });
  const outcome = run.data;
  return (
    <>
      <Space wrap>
        {kind === 'mail' && (
          <Input
            type="email"
            value={email}
            aria-label={t('tryTo')}
            placeholder={t('tryTo')}
            style={{ width: 220 }}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
        )}
        <Button
          loading={run.isPending}
          disabled={kind === 'mail' && email === ''}
          onClick={() => {
            run.mutate();
          }}
        >
          {t('tryIt')}
        </Button>
      </Space>
      {run.isError && <Alert type="error" showIcon style={{ marginTop: 8 }} title={say(problemOf(run.error))} />}
      {outcome &&
        !run.isPending &&
        (outcome.accepted ? (
          <Alert type="success" showIcon style={{ marginTop: 8 }} title={t('tried')} />
        ) : (
          <Alert
            type="error"
            showIcon
            style={{ marginTop: 8 }}
            title={t('notTried')}
            description={
              <>
                {say(failureWords(outcome.code ?? ''))}
                {outcome.detail && (
                  <div className="small">
                    {t('providerSaid')}
                    {marks.colon}
                    {outcome.detail.slice(0, 300)}
                  </div>
                )}
              </>
            }
          />
        ))}
    </>
  );
};

/** One channel as it is set up, without its secrets. */
export const ChannelCard = ({ channel, onEdit }: { channel: Channel; onEdit: () => void }) => {
  const { t, say, marks } = useWords();
  const client = useQueryClient();
  const unitName = useUnitName();
  const rate = useRate();
  const { settings, units, enabled, limit, changedAt, undelivered } = channel;
  const remove = useMutation({
    mutationFn: () => answered(api.DELETE('/api/channels/{name}', { params: { path: { name: settings.name } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }),
  });
  const said = (value: unknown, choices: Readonly<Record<string, { zh: string; en: string }>> = {}): string =>
    Array.isArray(value)
      ? value.map((one) => said(one, choices)).join(marks.list)
      : typeof value === 'boolean'
        ? t(value ? 'yes' : 'no')
        : say(choices[String(value)], String(value));
  const set = new Map<string, unknown>(Object.entries(settings));
  const shown = (settings.kind === 'inbox' ? [] : KINDS[settings.kind])
    .filter((field) => field.as !== 'secret' && set.has(field.name))
    .map((field) => [say(field.label), said(set.get(field.name), choicesOf(field))] as const);
  return (
    <Card
      size="small"
      style={{ marginBottom: 12 }}
      data-testid={`channel-${settings.name}`}
      title={
        <>
          {settings.name} <Tag>{say(CHANNELS[settings.kind], settings.kind)}</Tag>
          {!enabled && <Tag color="orange">{t('switchedOff')}</Tag>}
        </>
      }
      extra={
        <Space>
          <Button size="small" onClick={onEdit}>
            {t('editChannel')}
          </Button>
          <Popconfirm
            title={t('removeAsked')}
            okText={t('removeChannel')}
            cancelText={t('cancel')}
            onConfirm={() => {
              remove.mutate();
            }}
          >
            <Button size="small" danger loading={remove.isPending}>
              {t('removeChannel')}
            </Button>
          </Popconfirm>
        </Space>
      }
    >
      {undelivered && (
        <Alert
          type="warning"
          showIcon
          title={`${t('undelivered')} ${minute(undelivered.since)}`}
          description={say(failureWords(undelivered.code))}
        />
      )}
      {remove.isError && <Alert type="error" showIcon title={say(problemOf(remove.error))} />}
      <p style={{ marginTop: 0 }}>
        {[
          ...shown,
          [t('rate'), rate(limit)],
          [t('unit'), units.length === 0 ? t('everyUnit') : units.map(unitName).join(marks.list)],
          [t('changedOn'), minute(changedAt)],
        ].map(([label, value]) => (
          <span key={label} style={{ marginRight: 20, display: 'inline-block' }}>
            <span className="small">{label}</span> {value}
          </span>
        ))}
      </p>
      <Try channel={channel} />
    </Card>
  );
};
