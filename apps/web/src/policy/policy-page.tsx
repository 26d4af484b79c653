import { Button, Card, Empty, Select, Skeleton, Table, Tag } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { Link, useGo } from '../parts/way.tsx';

import { minute, today } from '../parts/day.ts';
import { Refused } from '../parts/refused.tsx';
import { useActorName } from '../app/known-to-all.ts';
import { w } from '../words/sentence.ts';
import { useWords } from '../words/words.ts';
import type { Policies } from './policy-document.ts';
import { PolicyInWords } from './policy-in-words.tsx';
import { useKeepsPolicy, usePolicies } from './use-policies.ts';
import { Scrolling } from '../parts/scrolling.tsx';

const Drafts = ({ drafts }: Pick<Policies, 'drafts'>) => {
  const { t } = useWords();
  if (drafts.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noDrafts')} />;
  return (
    <Scrolling about={t('draft')}>
      <Table
        size="small"
        rowKey="draft"
        pagination={false}
        style={{ minWidth: 520 }}
        dataSource={[...drafts].reverse()}
        columns={[
          {
            title: t('draft'),
            width: 90,
            render: (_, { draft }) => (
              <Link to={`/policy/drafts/${draft}`}>
                {t('draft')} {draft}
              </Link>
            ),
          },
          { title: t('draftNote'), render: (_, { note }) => note ?? '' },
          {
            title: t('draftedBy'),
            width: 210,
            render: (_, { by, recordedAt }) => `${by?.name ?? ''} ${minute(recordedAt)}`,
          },
          { title: t('state'), width: 130, render: (_, { publishedAs }) => <PublishedAs version={publishedAs} /> },
        ]}
      />
    </Scrolling>
  );
};

/** Whether a draft came into force, and as which version. */
export const PublishedAs = ({ version }: { version: number | null }) => {
  const { t, say } = useWords();
  return version === null ? (
    <Tag>{t('notPublished')}</Tag>
  ) : (
    <Tag color="green">
      {t('publishedAs')}
      {say(w(` ${version} 版`, String(version)))}
    </Tag>
  );
};

/** The rules of time in words: the version in force, those before and after it, and the drafts. */
export const PolicyPage = () => {
  const { t, language, marks } = useWords();
  const actorName = useActorName();
  const [chosen, choose] = useSearchParams();
  const go = useGo();
  const keeps = useKeepsPolicy();
  const policies = usePolicies();
  useEffect(() => {
    document.title = `${t('policyPage')} · ${t('product')}`;
  }, [t]);
  if (policies.isError) return <Refused error={policies.error} again={policies.refetch} />;
  if (!policies.data) return <Skeleton active />;
  const { inForce, policies: versions, drafts } = policies.data;
  const shown =
    versions.find(({ version }) => String(version) === chosen.get('version')) ??
    versions.find(({ version }) => version === inForce)!;
  const named = (version: number): string => (language === 'zh' ? `第 ${version} 版` : `Version ${version}`);
  const standing = (one: Policies['policies'][number]): string =>
    one.version === inForce ? marks.aside(t('inForceNow')) : one.validFrom > today() ? marks.aside(t('toCome')) : '';
  return (
    <>
      <div className="heading">
        <h1 className="title">{t('policyPage')}</h1>
        {keeps && (
          <Button
            type="primary"
            onClick={() => {
              go(`/policy/edit?version=${shown.version}`);
            }}
          >
            {t('startDraft')}
          </Button>
        )}
      </div>
      <div className="filters">
        <Select
          aria-label={t('version')}
          value={shown.version}
          style={{ width: 200 }}
          onChange={(version: number) => {
            choose(version === inForce ? {} : { version: String(version) }, { replace: true });
          }}
          options={[...versions]
            .reverse()
            .map((one) => ({ value: one.version, label: named(one.version) + standing(one) }))}
        />
        <span>
          {shown.by === null
            ? t('shipped')
            : `${t('validFrom')} ${shown.validFrom} · ${actorName(shown.by.name)} ${minute(shown.recordedAt)}`}
        </span>
      </div>
      <PolicyInWords policy={shown.policy} />
      <Card size="small" title={t('drafts')} style={{ marginTop: 12 }} data-testid="drafts">
        <Drafts drafts={drafts} />
      </Card>
      {!keeps && <p className="small">{t('mayNotKeep')}</p>}
    </>
  );
};
