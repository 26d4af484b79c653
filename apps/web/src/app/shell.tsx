import { useQuery } from '@tanstack/react-query';
import { Drawer, Layout } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { followsTime, roomsFor } from './menu.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { OwnButtons } from './own-buttons.tsx';
import { useLive } from './live.ts';
import { PastBand } from '../parts/past-band.tsx';
import { PrintHead } from '../parts/print-head.tsx';
import { useTime } from '../parts/time.ts';
import { Searching } from './searching.ts';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import { Where } from './where.tsx';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

const TimeBar = lazy(async () => ({ default: (await import('./time-bar.tsx')).TimeBar }));

const EVERY_MINUTE = 60_000;

/** Head, the rooms at the side, and the page beside them. On a phone the rooms come when they are called. */
export const Shell = ({ session, children }: { session: Schemas['Session']; children: ReactNode }) => {
  const { t } = useWords();
  const [menu, showMenu] = useState(false);
  const rooms = roomsFor(session.permissions);
  const inbox = useQuery({
    queryKey: ['inbox', 'waiting'],
    queryFn: () => answered(api.GET('/api/inbox', { params: { query: { open: 'true', limit: 1 } } })),
    refetchInterval: EVERY_MINUTE,
  });
  const waiting = inbox.data?.open ?? 0;
  const { pathname } = useLocation();
  const { isPast } = useTime();
  useLive();
  const [choosingTime, chooseTime] = useState(isPast);
  const [searching, search] = useState(false);
  const beginSearch = useCallback(() => {
    search(true);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      beginSearch();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [beginSearch]);
  const hide = () => {
    showMenu(false);
  };
  const toggleTime = () => {
    chooseTime((open) => !open);
  };
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      <TopBar
        session={session}
        waiting={waiting}
        onTime={toggleTime}
        onSearch={beginSearch}
        onMenu={() => {
          showMenu(true);
        }}
      />
      <OfflineBanner />
      <Layout hasSider>
        <aside className="side">
          <SideMenu rooms={rooms} waiting={waiting} />
        </aside>
        <Drawer
          open={menu}
          onClose={hide}
          placement="left"
          size={260}
          title={t('menu')}
          footer={
            <OwnButtons
              session={session}
              onTime={() => {
                hide();
                toggleTime();
              }}
            />
          }
          destroyOnHidden
        >
          <SideMenu rooms={rooms} waiting={waiting} onChosen={hide} />
        </Drawer>
        <main id="content" className="content" tabIndex={-1}>
          {choosingTime && (
            <Suspense>
              <TimeBar
                onClose={() => {
                  chooseTime(false);
                }}
              />
            </Suspense>
          )}
          <PastBand follows={followsTime(pathname)} />
          <Where rooms={rooms} />
          <PrintHead />
          <Searching value={beginSearch}>{children}</Searching>
        </main>
      </Layout>
      {searching && (
        <Suspense>
          <Palette
            rooms={rooms}
            onClose={() => {
              search(false);
            }}
          />
        </Suspense>
      )}
    </Layout>
  );
};
