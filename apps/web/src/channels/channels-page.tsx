import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { answered, api } from '../ask/api.ts';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { ChannelCard } from './channel-card.tsx';
import { ChannelForm } from './channel-form.tsx';
import type { Channel } from './channel-kinds.ts';

/** The ways by which people are told beside the inbox: set up, tried, changed and removed. */
export const ChannelsPage = () => {
  const { t, marks } = useWords();
  const [open, setOpen] = useState<Channel | 'new' | null>(null);
  const channels = useQuery({ queryKey: ['channels'], queryFn: () => answered(api.GET('/api/channels')) });
  useEffect(() => {
    document.title = `${t('channelsPage')} · ${t('product')}`;
  }, [t]);
  if (channels.isError) return <Refused error={channels.error} again={channels.refetch} level={1} />;
  if (!channels.data) return <Skeleton active />;
  const { workingDaysOnly, from, to } = channels.data.sendWindow;
  return (
    <>
      <div className="heading">
        <h1 className="title">{t('channelsPage')}</h1>
        <Button
          type="primary"
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('addChannel')}
        </Button>
      </div>
      <p data-testid="send-window">
        {t('windowOf')}
        {marks.colon}
        {t(workingDaysOnly ? 'workingDaysOnly' : 'everyDay')}{' '}
        <strong>
          {from}–{to}
        </strong>
        {marks.stop}
        <span className="small">{t('windowAbout')}</span>
      </p>
      {channels.data.channels.length === 0 && <Empty description={t('noChannels')} />}
      {channels.data.channels.map((channel) => (
        <ChannelCard
          key={channel.settings.name}
          channel={channel}
          onEdit={() => {
            setOpen(channel);
          }}
        />
      ))}
      {open !== null && (
        <ChannelForm
          channel={open === 'new' ? null : open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
};
