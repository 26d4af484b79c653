import { Button, Card, DatePicker, Skeleton, Space } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { Link, useGo } from '../parts/way.tsx';
import { api } from '../ask/api.ts';
import { PROJECT_TOUCHES } from '../ask/keys.ts';
import { followed, IN_LINES } from '../ask/in-lines.ts';
import { CommandForm } from '../parts/form/command-form.tsx';
import { addDays, minute, today } from '../parts/day.ts';
import { w } from '../words/sentence.ts';
import { Notice } from '../parts/notice.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { changesBetween, type Change, type Policies } from './policy-document.ts';
import { PolicyInWords } from './policy-in-words.tsx';
import { PublishedAs } from './policy-page.tsx';
import { POLICY_WORDS } from './policy-words.ts';
import { Replay } from './replay.tsx';
import { useKeepsPolicy, usePolicies } from './use-policies.ts';

type Draft = Policies['drafts'][number];

const ReplayDraft = ({ draft }: { draft: number }) => {
  const { t } = useWords();
  const [days, choose] = useState<[Dayjs, Dayjs]>([dayjs(addDays(today(), -364)), dayjs(today())]);
  const body = { from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') };
  return (
    <Replay
      about={t('replayAbout')}
      label={t('replay')}
      ask={(signal, onProgress) =>
        followed(
          api.POST('/api/policy/drafts/{draft}/replay', {
            params: { path: { draft: String(draft) } },
            body,
            signal,
            ...IN_LINES,
          }),
          onProgress,
        )
      }
    >
      <DatePicker.RangePicker
        aria-label={t('onDays')}
        value={days}
        allowClear={false}
        onChange={(chosen) => {
          if (chosen?.[0] && chosen[1]) choose([chosen[0], chosen[1]]);
        }}
      />
    </Replay>
  );
};

/** The day from which it is in force is asked for, and confirmed by submitting. */
const Publish = ({
  draft,
  next,
  version,
  onClose,
}: {
  draft: Draft;
  next: number;
  version: number;
  onClose: () => void;
}) => (
  <CommandForm
    onClose={onClose}
    begun={{
      url: `/api/policy/drafts/${draft.draft}/publish`,
      version,
      initial: { validFrom: draft.from ?? today() },
      touches: ['policy', ...PROJECT_TOUCHES],
      about: POLICY_WORDS.publishAbout,
      command: {
        type: 'PublishDraft',
        title: w(`发布为第 ${next} 版`, `Publish as version ${next}`),
        fields: [{ name: 'validFrom', kind: 'day', required: true, label: POLICY_WORDS.validFrom }],
      },
    }}
  />
);

const DraftInFull = ({ draft, policies }: { draft: Draft; policies: Policies }) => {
  const { t, language } = useWords();
  const go = useGo();
  const keeps = useKeepsPolicy();
  const [publishing, publish] = useState(false);
  const inForce = policies.policies.find(({ version }) => version === policies.inForce)!;
  const changes = changesBetween(inForce.policy, draft.policy, language);
  const open = keeps && draft.publishedAs === null;
  return (
    <>
      <Link to="/policy">← {t('policyPage')}</Link>
      <div className="heading">
        <h1 className="title">
          {t('draft')} {draft.draft} <PublishedAs version={draft.publishedAs} />
        </h1>
        <Space>
          {keeps && (
            <Button
              onClick={() => {
                go(`/policy/edit?draft=${draft.draft}`);
              }}
            >
              {t('editAgain')}
            </Button>
          )}
          {open && (
            <Button
              type="primary"
              onClick={() => {
                publish(true);
              }}
            >
              {t('publishDraft')}
            </Button>
          )}
        </Space>
      </div>
      <p>
        {draft.note}{' '}
        <span className="small">
          {draft.by?.name} {minute(draft.recordedAt)}
        </span>
      </p>
      {draft.publishedAs === null && (
        <Card size="small" title={t('changesOfDraft')} style={{ marginBottom: 12 }}>
          <WideTable<Change>
            size="small"
            rowKey="key"
            pagination={false}
            about={t('changesOfDraft')}
            width={480}
            dataSource={[...changes]}
            locale={{ emptyText: t('noChanges') }}
            data-testid="changes-of-draft"
            columns={[
              { title: t('what'), dataIndex: 'what' },
              { title: t('before'), dataIndex: 'before' },
              { title: t('after'), render: (_, { after }) => <strong>{after}</strong> },
            ]}
          />
        </Card>
      )}
      {open && (
        <Card size="small" title={t('replay')} style={{ marginBottom: 12 }}>
          <ReplayDraft draft={draft.draft} />
        </Card>
      )}
      <PolicyInWords policy={draft.policy} />
      {publishing && (
        <Publish
          draft={draft}
          next={Math.max(...policies.policies.map(({ version }) => version)) + 1}
          version={policies.version}
          onClose={() => {
            publish(false);
          }}
        />
      )}
    </>
  );
};

/** One draft: what it changes, what the past would have been like under it, and its publication. */
export const DraftPage = () => {
  const { draft: number } = useParams();
  const { t } = useWords();
  const policies = usePolicies();
  useEffect(() => {
    document.title = `${t('draft')} ${number} · ${t('product')}`;
  }, [t, number]);
  if (policies.isError) return <Refused error={policies.error} again={policies.refetch} />;
  if (!policies.data) return <Skeleton active />;
  const draft = policies.data.drafts.find((one) => String(one.draft) === number);
  return draft === undefined ? (
    <Notice level={1} title={t('notFoundHere')} actions={<Link to="/policy">{t('back')}</Link>} />
  ) : (
    <DraftInFull draft={draft} policies={policies.data} />
  );
};
