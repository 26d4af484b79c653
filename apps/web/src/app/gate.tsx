import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { matchPath } from 'react-router';
import { refresh } from '../ask/keys.ts';
import { Refused } from '../parts/refused.tsx';
import { PAGES } from './pages.ts';
import { SignInPage } from './sign-in-page.tsx';
import { useSession } from './known-to-all.ts';
import { Waiting } from './waiting.tsx';

// The rooms behind the door come after it: whoever is not signed in loads a form and no tables.
const load = async () => ({ default: (await import('./rooms.tsx')).Rooms });
// An address behind the door: most who open it are signed in, and need not wait for the answer to that first. Its page comes beside the rooms.
const coming = window.location.pathname === '/' ? null : load();
coming?.catch(() => undefined); // asked for again when it is shown
PAGES.find(({ path }) => matchPath(path, window.location.pathname))
  ?.load()
  .catch(() => undefined); // as above
const Rooms = lazy(() => coming?.catch(load) ?? load());
const FirstPasswordPage = lazy(async () => ({
  default: (await import('./first-password-page.tsx')).FirstPasswordPage,
}));

// While somebody types, the rooms come.
const beginToLoad = (): void => {
  load().catch(() => undefined); // as above
};

/** Who is at the page decides what is shown: the door, the first password, or the rooms. */
export const Gate = () => {
  const client = useQueryClient();
  const session = useSession();
  const known = useDeferredValue(session.data); // the rooms are drawn bit by bit, not in one go
  const [typed, setTyped] = useState<string | null>(null);
  if (session.isError && session.data === undefined)
    return (
      <main className="door">
        <div className="door-card">
          <Refused error={session.error} again={session.refetch} level={1} />
        </div>
      </main>
    );
  if (known === undefined) return <Waiting />;
  if (known === null)
    return (
      <SignInPage
        onTyping={beginToLoad}
        onDone={(_session, password) => {
          setTyped(password);
          void client.invalidateQueries();
        }}
      />
    );
  return (
    <Suspense fallback={<Waiting />}>
      {known.mustChangePassword ? (
        <FirstPasswordPage
          user={known.user}
          typed={typed}
          onDone={() => {
            setTyped(null);
            return refresh(client, ['session']);
          }}
        />
      ) : (
        <Rooms session={known} />
      )}
    </Suspense>
  );
};
