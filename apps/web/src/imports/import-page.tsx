import { Alert, Button, Checkbox, Flex, Progress, Space, Steps, Tabs } from 'antd';
import { useState } from 'react';
import { Link } from '../parts/way.tsx';
import { useSession } from '../app/known-to-all.ts';
import { Notice } from '../parts/notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { useWords } from '../words/words.ts';
import { ChooseFile } from './choose-file.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FindingGroups } from './finding-groups.tsx';
import { HeldRows } from './held-rows.tsx';
import { isEmpty } from './mapping.ts';
import { Outcome, writtenBy } from './outcome.tsx';
import { ReportedRows } from './reported-rows.tsx';
import { Reopened, Restored, Results } from './results.tsx';
import type { Report } from './send-import.ts';
import { UnreadSheets } from './unread-sheets.tsx';
import { useImport, type Importing } from './use-import.ts';

type Step = 'columns' | 'rows';

/** A ledger comes in: tried first, its columns and doubtful rows looked at and decided, then stored; with progress, and the rows that came back. */
export const ImportPage = () => {
  const { t, say } = useWords();
  const scope = useSession().data?.scope.kind;
  const importing = useImport();
  const { file, status, report, busy, problem } = importing;
  if (scope !== undefined && scope !== 'all')
    return (
      <>
        <PageTitle>{t('newImport')}</PageTitle>
        <Notice testId="import-beyond-scope" title={t('importOnlyAll')} hint={t('importOnlyAllHint')} />
      </>
    );
  return (
    <>
      <PageTitle extra={<Link to="/import/past">{t('pastImports')}</Link>}>{t('newImport')}</PageTitle>
      {file === null ? <WithoutFile importing={importing} /> : <Bar importing={importing} />}
      <Restored importing={importing} />
      {busy && <UnderWay importing={importing} />}
      {problem !== null && <Alert type="error" showIcon title={say(problem)} role="alert" className="space-below" />}
      <Stopped status={status} />
      {report !== null && !busy && <Result key={report.importId} report={report} importing={importing} />}
    </>
  );
};

const WithoutFile = ({ importing }: { importing: Importing }) =>
  importing.busy ? null : (
    <>
      <ChooseFile onChoose={importing.choose} />
      <Reopened importing={importing} />
    </>
  );

const Stopped = ({ status }: Pick<Importing, 'status'>) => {
  const { t } = useWords();
  if (status?.state !== 'stopped') return null;
  return (
    <Alert
      type="info"
      showIcon
      className="space-below"
      data-testid="stopped"
      title={t('stoppedTitle')}
      description={status.dryRun ? undefined : t('stoppedHint')}
    />
  );
};

/** How far it is, and the way to stop it. */
const UnderWay = ({ importing: { status, stop, stopping } }: { importing: Importing }) => {
  const { t } = useWords();
  const { done = 0, total = null } = status?.progress ?? {};
  return (
    <Flex gap="small" align="center" className="space-below">
      <Progress
        percent={total === null || total === 0 ? 0 : Math.floor((done / total) * 100)}
        status="active"
        aria-label={t('reading')}
        {...(total === null ? { format: () => t('reading') } : {})}
      />
      <Button onClick={stop} disabled={status === null} loading={stopping}>
        {t('stopIt')}
      </Button>
    </Flex>
  );
};

const stepOf = ({ file, report, changed }: Importing): number => {
  if (file === null || report === null) return 0;
  if (!report.dryRun) return 3;
  return changed ? 1 : 2;
};

/** What can be stored now, and whether storing goes on where it was stopped; null where nothing can be. */
const storing = ({ status, report }: Importing): { readonly report: Report; readonly goesOn: boolean } | null => {
  if (report === null || report.repeatOf !== null) return null;
  const goesOn = status?.state === 'stopped' && !status.dryRun;
  const understood = report.sheets.some(({ kind }) => kind !== 'notes');
  return understood && (report.dryRun || goesOn) ? { report, goesOn } : null;
};

/** Whether rows wait for a second person: the import is what asks her. */
const asksSecond = ({ rows }: Report): boolean =>
  rows.some(({ findings }) => findings.some(({ code }) => code === 'period-closed'));

/** What was tried is stored, and how its columns are read is remembered where the person wants it. */
const Store = ({
  importing: { changed, mapping, store },
  report,
  goesOn,
  remember,
  onRemember,
}: {
  importing: Importing;
  report: Report;
  goesOn: boolean;
  remember: boolean;
  onRemember: (remember: boolean) => void;
}) => {
  const { t } = useWords();
  const mapped = !isEmpty(mapping);
  return (
    <>
      <Button
        type={changed ? 'default' : 'primary'}
        data-testid="apply"
        disabled={changed || (report.dryRun && writtenBy(report) === 0 && !mapped && !asksSecond(report))}
        onClick={() => {
          store(mapped && remember);
        }}
      >
        {t(goesOn ? 'goOn' : 'apply')}
      </Button>
      {mapped && (
        <Checkbox
          checked={remember}
          onChange={({ target }) => {
            onRemember(target.checked);
          }}
        >
          {t('rememberMapping')}
        </Checkbox>
      )}
    </>
  );
};

/** The file, and what can be done with it now: one of trying it anew and storing it is the next step. */
const Bar = ({ importing }: { importing: Importing }) => {
  const { t } = useWords();
  const { file, status, report, busy, changed, choose, tryAnew } = importing;
  const [remember, setRemember] = useState(true);
  const storable = storing(importing);
  return (
    <>
      <Steps
        size="small"
        responsive={false}
        current={stepOf(importing)}
        className="space-below wide-only"
        items={(['stepFile', 'stepColumns', 'stepRows', 'stepDone'] as const).map((step) => ({ title: t(step) }))}
      />
      <Space wrap className="commands">
        <strong>{file?.name}</strong>
        <Button
          onClick={() => {
            choose(null);
          }}
          disabled={busy}
        >
          {t('another')}
        </Button>
        {changed && !busy && (
          <Button type="primary" onClick={tryAnew}>
            {t('tryAnew')}
          </Button>
        )}
        {storable && !busy && (
          <Store importing={importing} {...storable} remember={remember} onRemember={setRemember} />
        )}
        {!busy && <Results status={status} report={report} />}
      </Space>
      {changed && !busy && <p className="small">{t('changesWaiting')}</p>}
    </>
  );
};

/** What was found: what was not understood first, then figures, columns and rows. */
const Result = ({ report, importing }: { report: Report; importing: Importing }) => {
  const { t } = useWords();
  const { file, mapping, decisions, map, decide, tryAnew } = importing;
  const [step, go] = useState<Step>(report.unread.length > 0 ? 'columns' : 'rows');
  const waits = report.rows.some(({ verdict }) => verdict === 'held');
  const open = file !== null && report.dryRun && (report.repeatOf === null || waits); // what waited once can be decided later
  const toColumns = (): void => {
    go('columns');
  };
  const rows = (
    <>
      {open && (
        <FindingGroups
          groups={report.groups}
          decisions={decisions}
          onDecide={decide}
          onColumns={toColumns}
          onTryAnew={tryAnew}
        />
      )}
      {open && (
        <HeldRows
          rows={report.rows.filter(({ verdict }) => verdict === 'held')}
          decisions={decisions}
          onDecide={decide}
        />
      )}
      {(report.repeatOf === null || waits) && <ReportedRows rows={report.rows} />}
    </>
  );
  return (
    <>
      <UnreadSheets unread={report.unread} onMap={open && step !== 'columns' ? toColumns : null} />
      <Outcome report={report} />
      {open ? (
        <Tabs
          activeKey={step}
          onChange={(key) => {
            go(key as Step);
          }}
          items={[
            { key: 'rows', label: t('stepRows'), children: rows },
            {
              key: 'columns',
              label: t('stepColumns'),
              children: <ColumnsStep report={report} mapping={mapping} onMap={map} />,
            },
          ]}
        />
      ) : (
        rows
      )}
    </>
  );
};
