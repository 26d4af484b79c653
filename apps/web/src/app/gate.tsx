import { useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { refresh } from '../ask/keys.ts';
import { Refused } from '../parts/refused.tsx';
import { FirstPasswordPage } from './first-password-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { useSession } from './known-to-all.ts';

// The rooms behind the door come after it: whoever is not signed in loads a form and no tables.
const load = async () => ({ default: (await import('./rooms.tsx')).Rooms });
// An address behind the door: most who open it are signed in, and need not wait for the answer to that first.
const coming = window.location.pathname === '/' ? null : load();
coming?.catch(() => undefined); // asked for again when it is shown
const Rooms = lazy(() => coming?.catch(load) ?? load());

/** Who is at the page decides what is shown: the door, the first password, or the rooms. */
export const Gate = () => {
  const client = useQueryClient();
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  if (session.isPending) return <Spin fullscreen />;
  if (session.data === undefined)
    return (
      <main className="door">
        <div className="door-card">
          <Refused error={session.error} again={session.refetch} level={1} />
        </div>
      </main>
    );
  if (session.data === null)
    return (
      <SignInPage
        onDone={(_session, password) => {
          setTyped(password);
          void client.invalidateQueries();
        }}
      />
    );
  if (session.data.mustChangePassword)
    return (
      <FirstPasswordPage
        user={session.data.user}
        typed={typed}
        onDone={() => {
          setTyped(null);
          return refresh(client, ['session']);
        }}
      />
    );
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <Rooms session={session.data} />
    </Suspense>
  );
};
