import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Navigate } from 'react-router';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useTime } from '../parts/time.ts';
import { landingOf } from './landing.ts';

/** Leads to the page with which this person begins. Only an administrator waits for an answer: whether anybody else can sign in yet. */
export const LandingPage = ({ session }: { session: Schemas['Session'] }) => {
  const { kept } = useTime();
  const keeps = session.permissions.includes('keep-accounts');
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => answered(api.GET('/api/accounts')),
    enabled: keeps,
  });
  if (keeps && accounts.isPending) return <Skeleton active />;
  const others = (accounts.data?.accounts ?? []).filter(({ user, disabled }) => user !== session.user && !disabled);
  return <Navigate to={kept(landingOf(session, keeps && accounts.isSuccess && others.length === 0))} replace />;
};
