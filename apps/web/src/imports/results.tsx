import { Alert, Button, Space } from 'antd';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import type { Importing } from './use-import.ts';

/** What an import gives back: its rows as a workbook, and the page of what was stored. */
export const Results = ({ status, report }: Pick<Importing, 'status' | 'report'>) => {
  const { t } = useWords();
  if (report === null) return null;
  return (
    <Space wrap>
      {status !== null && report.resultWorkbook != null && (
        <Button href={`/api/imports/${status.id}/result`}>{t('result')}</Button>
      )}
      {!report.dryRun && <Link to={`/import/past/${report.repeatOf ?? report.importId}`}>{t('seePast')}</Link>}
    </Space>
  );
};

/** An import of which the page was loaded anew: what came of it, and how it goes on. */
export const Reopened = ({ importing: { status, report } }: { importing: Importing }) => {
  const { t } = useWords();
  if (status === null) return null;
  return (
    <div data-testid="reopened">
      <Space wrap className="space-below space-above">
        <strong>{status.file}</strong>
        <Results status={status} report={report} />
      </Space>
      {status.dryRun && <Alert type="info" showIcon className="space-below" title={t('chooseAgain')} />}
    </div>
  );
};

/** What was said of the file before the page was left is said again; and the way to leave it. */
export const Restored = ({ importing: { restored, busy, forget } }: { importing: Importing }) => {
  const { t } = useWords();
  if (!restored || busy) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="space-below"
      data-testid="restored"
      title={t('saidRestored')}
      action={<Button onClick={forget}>{t('forgetSaid')}</Button>}
    />
  );
};
