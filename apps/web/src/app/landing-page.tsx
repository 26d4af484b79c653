import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Navigate } from 'react-router';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useLeaders } from '../lists/list-queries.ts';
import { useTime } from '../parts/time.ts';
import { landingOf } from './landing.ts';

/** Leads to the page with which this person begins. Only an administrator and a leader wait for an answer: whether anybody else can sign in yet, and whether the leader answers for projects. */
export const LandingPage = ({ session }: { session: Schemas['Session'] }) => {
  const { kept, time } = useTime();
  const keeps = session.permissions.includes('see-accounts');
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => answered(api.GET('/api/accounts')),
    enabled: keeps,
  });
  const leads = session.roles.includes('leader');
  const leaders = useLeaders(time, leads);
  if ((keeps && accounts.isPending) || (leads && leaders.isPending)) return <Skeleton active />;
  const others = (accounts.data?.accounts ?? []).filter(({ user, disabled }) => user !== session.user && !disabled);
  const alone = keeps && accounts.isSuccess && others.length === 0;
  const names = (leaders.data ?? []).map(({ name }) => name);
  return <Navigate to={kept(landingOf(session, alone, names))} replace />;
};
