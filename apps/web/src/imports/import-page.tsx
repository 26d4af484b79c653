import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Progress, Space, Table, Tag, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { problemOf, sent, type Schemas } from '../ask/api.ts';
import { PROJECT_TOUCHES, refresh } from '../ask/keys.ts';
import { KINDS, useWords, VERDICTS, type Sentence } from '../words/words.ts';

type Status = Schemas['ImportStatus'];
interface Counts {
  read: number;
  passedOver: number;
  accepted: number;
  warned: number;
  held: number;
  rejected: number;
  unchanged: number;
}
interface Report {
  repeatOf: string | null;
  resultWorkbook: string | null;
  sheets: { sheet: string; kind: string; unmapped: string[]; rows: Counts }[];
  rows: {
    sheet: string;
    row: number;
    verdict: string;
    findings: { cell: string | null; read: string | null; message: Sentence }[];
    project: { code: string | null; name: string | null } | null;
  }[];
}

const PAINTED: Record<string, string> = { reject: 'red', held: 'blue', warn: 'orange' };

/** A ledger comes in: tried first, looked at, then stored; with progress, and the rows that came back. */
export const ImportPage = () => {
  const { t, say } = useWords();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [status, setStatus] = useState<Status | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  useEffect(() => {
    document.title = `${t('importLedger')} · ${t('product')}`;
  }, [t]);

  const send = async (chosen: File, dryRun: boolean) => {
    setProblem(null);
    setStatus(null);
    const body = new FormData();
    body.append('dryRun', String(dryRun));
    body.append('file', chosen);
    try {
      let now = await sent<Status>('/api/imports', { method: 'POST', body });
      for (setStatus(now); now.state === 'waiting' || now.state === 'running'; setStatus(now)) {
        await new Promise((later) => {
          setTimeout(later, 300);
        });
        now = await sent<Status>(`/api/imports/${now.id}`, {});
      }
      if (now.problem) setProblem(now.problem);
      if (!dryRun) await refresh(client, [...PROJECT_TOUCHES, 'organisation', 'lists']);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };

  const report = status?.report as Report | null | undefined;
  const busy = status !== null && (status.state === 'waiting' || status.state === 'running');
  const columns = (['read', 'passedOver', 'accepted', 'warned', 'held', 'rejected', 'unchanged'] as const).map(
    (key) => ({
      title: t(key),
      align: 'right' as const,
      render: (_: unknown, row: Report['sheets'][number]) => row.rows[key],
    }),
  );
  return (
    <>
      <h1 className="title">{t('importLedger')}</h1>
      {file === null ? (
        <Upload.Dragger
          accept=".xlsx,.xls,.et,.csv,.htm,.html"
          showUploadList={false}
          beforeUpload={(chosen) => {
            setFile(chosen);
            void send(chosen, true);
            return false;
          }}
        >
          <p style={{ fontSize: 16, padding: 24 }}>{t('drop')}</p>
          <p>{t('dryRun')}</p>
        </Upload.Dragger>
      ) : (
        <Space wrap style={{ marginBottom: 12 }}>
          <strong>{file.name}</strong>
          <Button
            onClick={() => {
              setFile(null);
              setStatus(null);
              setProblem(null);
            }}
            disabled={busy}
          >
            {t('another')}
          </Button>
          {status?.dryRun && status.state === 'done' && report && report.repeatOf === null && (
            <Button
              type="primary"
              data-testid="apply"
              onClick={() => {
                void send(file, false);
              }}
            >
              {t('apply')}
            </Button>
          )}
          {status && report?.resultWorkbook && <Button href={`/api/imports/${status.id}/result`}>{t('result')}</Button>}
        </Space>
      )}
      {busy && (
        <Progress
          percent={status.progress.total ? Math.round((status.progress.done / status.progress.total) * 100) : 0}
          status="active"
          aria-label={t('reading')}
        />
      )}
      {problem && <Alert type="error" showIcon title={say(problem)} role="alert" />}
      {report && (
        <>
          <Alert
            data-testid="outcome"
            showIcon
            style={{ marginBottom: 12 }}
            type={report.repeatOf ? 'info' : status?.dryRun ? 'warning' : 'success'}
            title={report.repeatOf ? t('repeat') : status?.dryRun ? t('dryRunDone') : t('imported2')}
          />
          <Table
            size="small"
            pagination={false}
            rowKey="sheet"
            scroll={{ x: 720 }}
            dataSource={report.sheets}
            columns={[
              { title: t('sheet'), dataIndex: 'sheet' },
              { title: t('kind'), render: (_, row) => say(KINDS[row.kind], row.kind) },
              ...columns,
            ]}
          />
          {report.sheets
            .filter(({ unmapped }) => unmapped.length > 0)
            .map(({ sheet, unmapped }) => (
              <p key={sheet}>
                {sheet} · {t('unmapped')}：{unmapped.join('、')}
              </p>
            ))}
          <Card size="small" style={{ marginTop: 12 }}>
            {report.rows.length === 0 ? (
              t('allAccepted')
            ) : (
              <Table
                size="small"
                rowKey={(row) => `${row.sheet}${row.row}`}
                dataSource={report.rows}
                pagination={{ pageSize: 50 }}
                scroll={{ x: 720 }}
                columns={[
                  { title: t('sheet'), dataIndex: 'sheet', width: 130 },
                  { title: t('row'), dataIndex: 'row', width: 60 },
                  {
                    title: t('verdict'),
                    width: 90,
                    render: (_, row) => (
                      <Tag color={PAINTED[row.verdict] ?? 'default'}>{say(VERDICTS[row.verdict], row.verdict)}</Tag>
                    ),
                  },
                  {
                    title: t('name'),
                    width: 240,
                    render: (_, row) => `${row.project?.code ?? ''} ${row.project?.name ?? ''}`,
                  },
                  {
                    title: t('found'),
                    render: (_, row) =>
                      row.findings.map(({ cell, read, message }, index) => (
                        <div key={index}>
                          {cell && <code>{cell}</code>} {read && `“${read}”`} {say(message)}
                        </div>
                      )),
                  },
                ]}
              />
            )}
          </Card>
        </>
      )}
    </>
  );
};
