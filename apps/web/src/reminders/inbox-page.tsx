import { useQuery } from '@tanstack/react-query';
import { Segmented, Select, Switch } from 'antd';
import { answered, api } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { RUNGS } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import { InboxGroups } from './inbox-groups.tsx';
import { InboxNotices } from './inbox-notices.tsx';

/** The notices of whoever is signed in: project by project, or one by one; narrowed to a rung, or to what was not acknowledged. */
export const InboxPage = () => {
  const { t, say } = useWords();
  const { chosen, set } = useChosen();
  const open = chosen.get('all') === null;
  const rung = chosen.get('rung');
  const singly = chosen.get('view') === 'singly';
  const waiting = useQuery({
    queryKey: ['inbox', 'waiting'],
    queryFn: () => answered(api.GET('/api/inbox', { params: { query: { open: 'true', limit: 1 } } })),
  }).data?.open;
  return (
    <>
      <PageTitle
        extra={
          <span>
            {t('notAcknowledged')} {waiting ?? 0}
          </span>
        }
      >
        {t('inbox')}
      </PageTitle>
      <div className="filters">
        <Segmented
          value={singly ? 'singly' : 'grouped'}
          onChange={(view) => {
            set('view', view === 'singly' ? view : null);
          }}
          options={[
            { value: 'grouped', label: t('byProject') },
            { value: 'singly', label: t('singly') },
          ]}
        />
        <Select
          allowClear
          placeholder={t('rung')}
          aria-label={t('rung')}
          value={rung}
          onChange={(value?: string) => {
            set('rung', value ?? null);
          }}
          className="short-entry"
          options={Object.entries(RUNGS).map(([value, name]) => ({ value, label: say(name) }))}
        />
        <label>
          <Switch
            size="small"
            checked={open}
            onChange={(only) => {
              set('all', only ? null : 'true');
            }}
            aria-label={t('onlyOpen')}
          />{' '}
          {t('onlyOpen')}
        </label>
        {singly && <span className="small wide-only">{t('inboxKeys')}</span>}
      </div>
      {singly ? <InboxNotices open={open} rung={rung} keys /> : <InboxGroups open={open} rung={rung} />}
    </>
  );
};
