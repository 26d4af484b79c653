import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import type { Schemas } from '../ask/api.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Furnished } from './furnished.tsx';
import { LandingPage } from './landing-page.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { NotForYouPage } from './not-for-you-page.tsx';
import { PAGES } from './pages.ts';
import { SessionOverDialog } from './session-over-dialog.tsx';
import { Shell } from './shell.tsx';

const ROUTES = PAGES.map(({ path, only, load }) => ({
  path,
  only,
  Shown: lazy(async () => ({ default: await load() })),
}));

/** Every page behind the door, each at its address. A page that is on its way shows so: without a boundary of its own the one before would stay, and a click seem unheard. */
export const Rooms = ({ session }: { session: Schemas['Session'] }) => {
  const { pathname } = useLocation();
  return (
    <Furnished>
      <Shell session={session}>
        <ErrorBoundary place={pathname}>
          <Suspense key={pathname.split('/', 2)[1]} fallback={<Skeleton active />}>
            <Routes>
              <Route path="/" element={<LandingPage session={session} />} />
              {ROUTES.map(({ path, only, Shown }) => {
                const isFor = only === undefined || session.permissions.includes(only);
                return (
                  <Route key={path} path={path} element={isFor ? <Shown /> : <NotForYouPage pathname={pathname} />} />
                );
              })}
              <Route path="*" element={<NoSuchPage />} />
            </Routes>
          </Suspense>
        </ErrorBoundary>
        <SessionOverDialog session={session} />
      </Shell>
    </Furnished>
  );
};
