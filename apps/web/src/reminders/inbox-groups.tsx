import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { ShowMore } from '../parts/more-button.tsx';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { Refused } from '../parts/refused.tsx';
import { RUNGS } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';
import { InboxNotices, type Narrowed } from './inbox-notices.tsx';

type Group = Schemas['InboxGroup'];
const AT_ONCE = 50;
const keyOf = ({ project, month }: Group): string => `${project?.id ?? ''} ${month ?? ''}`;

/** The inbox project by project, the most serious first; a month's circulars are one item. Each opens into its notices. */
export const InboxGroups = ({ open, rung }: Pick<Narrowed, 'open' | 'rung'>) => {
  const { t } = useWords();
  const [shown, show] = useState(AT_ONCE);
  const groups = useQuery({
    queryKey: ['inbox', 'groups', open, rung],
    queryFn: () =>
      answered(
        api.GET('/api/inbox/groups', {
          params: {
            query: { ...(open ? { open: 'true' as const } : {}), ...(rung === null ? {} : { rung: rung as 'due' }) },
          },
        }),
      ),
  });
  if (groups.isError) return <Refused error={groups.error} again={groups.refetch} />;
  if (groups.isPending) return <Skeleton active />;
  const all = groups.data.groups;
  if (all.length === 0) return <Empty description={t(rung === null ? 'noInbox' : 'nothingFiltered')} />;
  return (
    <>
      <ul className="cards" data-testid="inbox-groups">
        {all.slice(0, shown).map((group) => (
          <OneGroup key={keyOf(group)} group={group} open={open} rung={rung} />
        ))}
      </ul>
      <ShowMore
        left={all.length - shown}
        onMore={() => {
          show(shown + AT_ONCE);
        }}
      />
    </>
  );
};

/** To which notices a group opens: a month's circulars, a project's, or those of none. */
const noticesOf = ({ project, month }: Group, rung: string | null): Omit<Narrowed, 'open'> => {
  if (month !== null) return { ...(project === null ? {} : { project: project.id }), month, rung: 'circular' };
  return { project: project?.id ?? '', rung };
};

const OneGroup = ({ group, open, rung }: { group: Group } & Pick<Narrowed, 'open' | 'rung'>) => {
  const { t, say, marks } = useWords();
  const [unfolded, unfold] = useState(false);
  const { project, month, rungs, latest } = group;
  const title = month === null ? t('otherNotices') : `${month} ${say(RUNGS['circular'])}`;
  return (
    <li>
      <div className="heading">
        <strong>
          {project === null ? (
            title
          ) : (
            <Link to={`/projects/${project.id}`}>
              {project.name ?? project.code}
              {project.code !== null && project.name !== null && marks.aside(project.code)}
            </Link>
          )}
        </strong>
        <Button
          size="small"
          aria-expanded={unfolded}
          onClick={() => {
            unfold(!unfolded);
          }}
        >
          {t(unfolded ? 'foldNotices' : 'unfoldNotices')}
          {marks.aside(group.count)}
        </Button>
      </div>
      <div className="buttons">
        {rungs.map((one) => (
          <Tag key={one.rung}>
            {say(RUNGS[one.rung], one.rung)} {one.count}
          </Tag>
        ))}
        <span className="small">
          {t('notAcknowledged')} {group.open} · {t('latestSent')} {latest}
        </span>
      </div>
      {unfolded && (
        <div className="space-above">
          <InboxNotices open={open} {...noticesOf(group, rung)} keys={false} />
        </div>
      )}
    </li>
  );
};
