import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import { commandKey } from '../ask/command-key.ts';
import { refresh } from '../ask/keys.ts';
import type { FiguresAsked } from '../numbers/figures-asked.ts';
import { Refusal } from '../parts/refusal.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { PrintedReport } from './printed-report.tsx';

type Shown = Schemas['ReportTemplate'];

/** The text of a template: tried on the figures of the page, then put in the place of the one before. */
const Editor = ({ report, shown, asked }: { report: string; shown: Shown; asked: FiguresAsked }) => {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [text, write] = useState(shown.template.text);
  const [note, setNote] = useState('');
  const key = useRef(commandKey());
  const params = { path: { name: report } };
  const { period, unit } = asked;
  const preview = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/reports/{name}/preview', {
          params,
          body: { period, text, ...(unit === undefined ? {} : { unit }) },
        }),
      ),
  });
  const publish = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/reports/{name}/template', {
          params: { ...params, header: { 'Idempotency-Key': key.current } },
          body: { text, ...(note.trim() === '' ? {} : { note: note.trim() }) },
        }),
      ),
    onSuccess: async () => {
      key.current = commandKey();
      message.success(t('templateIsPublished'));
      await refresh(client, ['list']);
    },
  });
  return (
    <>
      <section className="panel" aria-label={t('templateOf')} data-testid="template">
        <div className="panel-head">
          <h2>
            {t('templateVersion')} {shown.template.version === 0 ? t('templateShipped') : shown.template.version}
          </h2>
        </div>
        <p className="small">{t('templateHelp')}</p>
        <Input.TextArea
          aria-label={t('templateText')}
          value={text}
          autoSize={{ minRows: 12, maxRows: 30 }}
          onChange={(event) => {
            write(event.target.value);
          }}
        />
        <div className="filters">
          <Button
            loading={preview.isPending}
            onClick={() => {
              preview.mutate();
            }}
          >
            {t('previewTemplate')}
          </Button>
          <Input
            aria-label={t('templateNote')}
            placeholder={t('templateNote')}
            className="filter"
            maxLength={200}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
          <Button
            type="primary"
            disabled={text === shown.template.text}
            loading={publish.isPending}
            onClick={() => {
              publish.mutate();
            }}
          >
            {t('publishTemplate')}
          </Button>
        </div>
        {preview.isError && <Refusal error={preview.error} />}
        {publish.isError && <Refusal error={publish.error} />}
        {shown.versions.length > 0 && (
          <ul className="plain-list">
            {shown.versions.map(({ version, note: about }) => (
              <li key={version}>
                {t('templateVersion')} {version} <span className="small">{about}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {preview.data && <PrintedReport report={preview.data} />}
    </>
  );
};

/** The template of a report as it stands. */
export const TemplateEditor = ({ report, asked }: { report: string; asked: FiguresAsked }) => {
  const template = useQuery({
    queryKey: ['list', 'template', report],
    queryFn: () => answered(api.GET('/api/reports/{name}/template', { params: { path: { name: report } } })),
  });
  if (template.isError) return <Refused error={template.error} again={template.refetch} />;
  if (template.data === undefined) return <Skeleton active />;
  return <Editor key={report} report={report} shown={template.data} asked={asked} />;
};
