import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Skeleton, Typography } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { minute } from '../parts/day.ts';
import { useActorName } from '../app/known-to-all.ts';
import { About, OfProject, OutcomeWord, Told, useReminderWords } from './reminder-words.tsx';
import { CHANNELS, DELIVERY_STATES, NOTICE_EVENTS } from '../words/supervision-words.ts';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';

type Proof = Schemas['ReminderProof'];

/** "Prove you told me": one notice with every delivery, and the sealed records behind it. */
export const ReminderProof = ({ reminder, onClose }: { reminder: string; onClose: () => void }) => {
  const { t, say, marks } = useWords();
  const words = useReminderWords();
  const actorName = useActorName();
  const proof = useQuery({
    queryKey: ['reminders', 'proof', reminder],
    queryFn: () => answered(api.GET('/api/reminders/{key}', { params: { path: { key: reminder } } })),
  });
  const one = proof.data?.reminder;
  return (
    <Drawer open title={t('proof')} onClose={onClose} size={Math.min(640, window.innerWidth)}>
      {proof.isError && <Refused error={proof.error} again={proof.refetch} />}
      {proof.isPending && <Skeleton active />}
      {proof.data && one && (
        <div data-testid="proof">
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'about', label: t('about2'), children: <About reminder={one} /> },
              ...(one.subject.kind !== 'project' && one.project
                ? [{ key: 'project', label: t('project'), children: <OfProject reminder={one} /> }]
                : []),
              { key: 'rung', label: t('rung'), children: words(one) },
              { key: 'on', label: t('dueDay'), children: one.on },
              { key: 'sent', label: t('sentAt'), children: minute(one.sentAt) },
              { key: 'told', label: t('told'), children: <Told to={one.to} /> },
              { key: 'outcome', label: t('outcome'), children: <OutcomeWord outcome={one.outcome} /> },
              ...(one.why === null ? [] : [{ key: 'why', label: t('whyTold'), children: say(one.why) }]),
              ...(one.acknowledgedBy.length === 0
                ? []
                : [
                    {
                      key: 'by',
                      label: t('acknowledgedBy'),
                      children: one.acknowledgedByNames.map(actorName).join(marks.list),
                    },
                  ]),
              ...(one.order === null
                ? []
                : [
                    {
                      key: 'order',
                      label: t('order'),
                      children: <Link to={`/matters/orders/${one.order}`}>{t('openOrder')}</Link>,
                    },
                  ]),
            ]}
          />
          <Typography.Title level={5}>{t('deliveries')}</Typography.Title>
          {proof.data.deliveries.length === 0 ? (
            <p>{t('noDeliveries')}</p>
          ) : (
            <WideTable<Proof['deliveries'][number]>
              rowKey={({ channel, to }) => `${channel} ${to}`}
              size="small"
              pagination={false}
              about={t('deliveries')}
              width={480}
              dataSource={proof.data.deliveries}
              columns={[
                { title: t('channel'), render: (_, { channel }) => say(CHANNELS[channel], channel) },
                { title: t('receiver'), dataIndex: 'to' },
                { title: t('state'), render: (_, { state }) => say(DELIVERY_STATES[state], state) },
                { title: t('at'), render: (_, { at }) => minute(at) },
                { title: t('attempts'), dataIndex: 'attempts', align: 'right' },
                { title: t('detail'), dataIndex: 'detail' },
              ]}
            />
          )}
          <Typography.Title level={5}>{t('records')}</Typography.Title>
          <ul className="history">
            {proof.data.events.map(({ type, recordedAt, actorName: who, hash }) => (
              <li key={hash}>
                {minute(recordedAt)} <strong>{say(NOTICE_EVENTS[type], type)}</strong> · {actorName(who)}
                <div className="small">
                  {t('fingerprint')} {hash}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Drawer>
  );
};
