import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Layout, Menu } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useWords, type Word } from '../words/words.ts';

const SUPERVISION: readonly (readonly [string, Word])[] = [
  ['/inbox', 'inbox'],
  ['/leader', 'leaderView'],
  ['/forward', 'forwardPage'],
  ['/matters/orders', 'orderDesk'],
  ['/matters/issues', 'issueLedger'],
  ['/checklist', 'checklist'],
  ['/matters/meetings', 'meetings'],
  ['/matters/scheduling-lists', 'schedulingLists'],
  ['/reminders', 'reminderLedger'],
];
const RULES: readonly (readonly [string, Word, Schemas['Session']['permissions'][number]])[] = [
  ['/policy', 'policyPage', 'see-projects'],
  ['/calendar', 'calendarPage', 'see-projects'],
  ['/channels', 'channelsPage', 'keep-accounts'],
];

/** Head, the lists at the side, and the page beside them. */
export const Shell = ({ session, children }: { session: Schemas['Session']; children: ReactNode }) => {
  const { t, say, language, setLanguage } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const lists = useQuery({ queryKey: ['lists'], queryFn: () => answered(api.GET('/api/lists')), staleTime: Infinity });
  const inbox = useQuery({
    queryKey: ['inbox', 'open'],
    queryFn: () => answered(api.GET('/api/inbox', { params: { query: { open: 'true', limit: 1 } } })),
    refetchInterval: 60_000,
  });
  const sees = session.permissions.includes('see-projects');
  const waiting = inbox.data?.open ?? 0;
  const leave = async () => {
    await api.DELETE('/api/session');
    client.clear();
    navigate('/');
    window.location.reload();
  };
  const items = [
    {
      key: 'supervision',
      type: 'group' as const,
      label: t('supervision'),
      children: SUPERVISION.filter(([path]) => sees || path === '/inbox').map(([key, word]) => ({
        key,
        label:
          key === '/inbox' ? (
            <span>
              {t(word)} <Badge count={waiting} size="small" />
            </span>
          ) : (
            t(word)
          ),
      })),
    },
    {
      key: 'lists',
      type: 'group' as const,
      label: t('lists'),
      children: (lists.data?.lists ?? []).map(({ name, title }) => ({ key: `/lists/${name}`, label: say(title) })),
    },
    {
      key: 'rules',
      type: 'group' as const,
      label: t('rules'),
      children: RULES.filter(([, , needs]) => session.permissions.includes(needs)).map(([key, word]) => ({
        key,
        label: t(word),
      })),
    },
    ...(session.permissions.includes('import')
      ? [
          { type: 'divider' as const, key: 'line' },
          { key: '/import', label: t('importLedger') },
        ]
      : []),
  ];
  return (
    <Layout className="shell">
      <header className="top">
        <Link to="/">{t('product')}</Link>
        <span className="about">{t('about')}</span>
        <span className="right">
          <Link to="/inbox" className="bell" aria-label={`${t('inbox')} ${waiting}`}>
            {t('inbox')} <Badge count={waiting} size="small" />
          </Link>
          <span className="who">{session.name}</span>
          <Button
            size="small"
            ghost
            onClick={() => {
              setLanguage(language === 'zh' ? 'en' : 'zh');
            }}
          >
            {language === 'zh' ? 'English' : '中文'}
          </Button>
          <Button
            size="small"
            ghost
            onClick={() => {
              void leave();
            }}
          >
            {t('signOut')}
          </Button>
        </span>
      </header>
      <Layout>
        <Layout.Sider
          breakpoint="md"
          collapsedWidth={0}
          width={210}
          theme="light"
          zeroWidthTriggerStyle={{ top: 4, zIndex: 5, background: '#0b3d34', color: '#fff' }}
        >
          <nav aria-label={t('lists')}>
            <Menu
              mode="inline"
              selectedKeys={[
                pathname.startsWith('/matters/')
                  ? pathname.split('/').slice(0, 3).join('/')
                  : (RULES.find(([path]) => pathname.startsWith(path))?.[0] ?? pathname),
              ]}
              items={items}
              onClick={({ key }) => {
                navigate(key);
              }}
              style={{ borderInlineEnd: 0 }}
            />
          </nav>
        </Layout.Sider>
        <Layout.Content className="content" role="main">
          {children}
        </Layout.Content>
      </Layout>
    </Layout>
  );
};
