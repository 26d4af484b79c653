import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Skeleton, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, StrictMode, Suspense, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { answered, api, Refusal } from '../ask/api.ts';
import { ImportPage } from '../imports/import-page.tsx';
import { ListPage } from '../lists/list-page.tsx';
import { ProjectPage } from '../projects/project-page.tsx';
import { Shell } from './shell.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { LanguageContext, type Language } from '../words/words.ts';
import './page.css';

// Whoever asked the system for less motion gets none; a slow machine shows menus where they stay.
const MOVES = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

// The supervision pages come when they are first opened: who only looks at lists does not wait for them.
const InboxPage = lazy(async () => ({ default: (await import('../reminders/inbox-page.tsx')).InboxPage }));
const LeaderPage = lazy(async () => ({ default: (await import('../lists/leader-page.tsx')).LeaderPage }));
const MattersPage = lazy(async () => ({ default: (await import('../matters/matters-page.tsx')).MattersPage }));
const MatterPage = lazy(async () => ({ default: (await import('../matters/matter-page.tsx')).MatterPage }));
const ChecklistPage = lazy(async () => ({ default: (await import('../checklists/checklist-page.tsx')).ChecklistPage }));
const RemindersPage = lazy(async () => ({ default: (await import('../reminders/reminders-page.tsx')).RemindersPage }));
const ForwardPage = lazy(async () => ({ default: (await import('../forward/forward-page.tsx')).ForwardPage }));
const CalendarPage = lazy(async () => ({ default: (await import('../calendar/calendar-page.tsx')).CalendarPage }));
const ChannelsPage = lazy(async () => ({ default: (await import('../channels/channels-page.tsx')).ChannelsPage }));
const PolicyPage = lazy(async () => ({ default: (await import('../policy/policy-page.tsx')).PolicyPage }));
const DraftFormPage = lazy(async () => ({ default: (await import('../policy/draft-form-page.tsx')).DraftFormPage }));
const DraftPage = lazy(async () => ({ default: (await import('../policy/draft-page.tsx')).DraftPage }));

const LANGUAGE = 'luodi-language';
const firstLanguage = (): Language => {
  const kept = localStorage.getItem(LANGUAGE);
  return kept === 'zh' || kept === 'en' ? kept : navigator.language.startsWith('en') ? 'en' : 'zh';
};

const Signed = () => {
  const client = useQueryClient();
  const session = useQuery({
    queryKey: ['session'],
    queryFn: () => answered(api.GET('/api/session')),
    retry: false,
    staleTime: Infinity,
  });
  if (session.isPending) return <Spin fullscreen />;
  if (session.isError && session.error instanceof Refusal && session.error.problem.status !== 401) throw session.error;
  if (!session.data)
    return (
      <SignInPage
        onDone={() => {
          void client.invalidateQueries();
        }}
      />
    );
  return (
    <Shell session={session.data}>
      <Suspense fallback={<Skeleton active />}>
        <Routes>
          <Route path="/lists/:list" element={<ListPage />} />
          <Route path="/projects/:id" element={<ProjectPage />} />
          <Route path="/import" element={<ImportPage />} />
          <Route path="/inbox" element={<InboxPage />} />
          <Route path="/leader" element={<LeaderPage />} />
          <Route path="/matters/:path" element={<MattersPage />} />
          <Route path="/matters/:path/:id" element={<MatterPage />} />
          <Route path="/checklist" element={<ChecklistPage />} />
          <Route path="/reminders" element={<RemindersPage />} />
          <Route path="/forward" element={<ForwardPage />} />
          <Route path="/calendar" element={<CalendarPage />} />
          <Route path="/channels" element={<ChannelsPage />} />
          <Route path="/policy" element={<PolicyPage />} />
          <Route path="/policy/edit" element={<DraftFormPage />} />
          <Route path="/policy/drafts/:draft" element={<DraftPage />} />
          <Route path="*" element={<Navigate to="/lists/signed-not-started" replace />} />
        </Routes>
      </Suspense>
    </Shell>
  );
};

const Page = () => {
  const [language, set] = useState<Language>(firstLanguage);
  const words = useMemo(
    () => ({
      language,
      setLanguage: (to: Language) => {
        localStorage.setItem(LANGUAGE, to);
        set(to);
      },
    }),
    [language],
  );
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  return (
    <LanguageContext.Provider value={words}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        theme={{
          token: { colorPrimary: '#0b5d4e', borderRadius: 4, fontSize: 14, motion: MOVES },
          components: { Menu: { itemSelectedBg: '#d9ece6', itemSelectedColor: '#0b3d34' } },
        }}
      >
        <AntApp>
          <BrowserRouter>
            <Signed />
          </BrowserRouter>
        </AntApp>
      </ConfigProvider>
    </LanguageContext.Provider>
  );
};

const client = new QueryClient({
  defaultOptions: { queries: { refetchOnWindowFocus: true, staleTime: 10_000, retry: 1 } },
});
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>
  </StrictMode>,
);
