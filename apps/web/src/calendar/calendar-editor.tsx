import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, DatePicker, Form, Input, Popconfirm, Space, Upload } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { answered, api, problemOf, Refusal, sent } from '../ask/api.ts';
import { PROJECT_TOUCHES, refresh } from '../ask/keys.ts';
import { followed, IN_LINES } from '../ask/in-lines.ts';
import { commandKey } from '../ask/command-key.ts';
import { Replay } from '../policy/replay.tsx';
import { showRefused } from '../parts/form/refused-fields.ts';
import { useWords } from '../words/words.ts';
import { asForm, asNotice, byRow, type Notice, type NoticeForm } from './calendar-notice.ts';

const readIn = (file: File): Promise<Notice> => {
  const body = new FormData();
  body.append('file', file);
  return sent<Notice>('/api/policy/calendar/read', { method: 'POST', body });
};

/** A year's notice by form or from a table: tried on the deadlines first, then published. `version`: of the rules as they were seen. */
export const CalendarEditor = ({
  notice,
  version,
  onClose,
}: {
  notice: Notice;
  version: number;
  onClose: () => void;
}) => {
  const { t, say, language } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(commandKey());
  const [form] = Form.useForm<NoticeForm>();
  const [unread, setUnread] = useState<string | null>(null);
  const { year } = notice;
  const inYear = dayjs(`${year}-01-01`);
  /** The notice as it stands in the form; what is refused is shown at its entry. */
  const asked = async <T,>(send: (body: ReturnType<typeof asNotice>) => Promise<T>): Promise<T> => {
    const values = await form.validateFields();
    try {
      return await send(asNotice(year, values));
    } catch (error) {
      if (error instanceof Refusal) showRefused(form, byRow(error.problem, values), language);
      throw error;
    }
  };
  const publish = useMutation({
    mutationFn: () =>
      asked((body) =>
        answered(
          api.POST('/api/policy/calendar', {
            params: { header: { 'Idempotency-Key': key.current, 'If-Match': `"${version}"` } },
            body,
          }),
        ),
      ),
    onSuccess: async () => {
      message.success(t('calendarPublished'));
      onClose();
      await refresh(client, ['policy', ...PROJECT_TOUCHES]);
    },
    onError: () => {
      key.current = commandKey();
    },
  });
  const read = async (file: File): Promise<void> => {
    setUnread(null);
    try {
      const given = await readIn(file);
      if (given.year !== year) {
        setUnread(`${t('otherYear')}${given.year}`);
        return;
      }
      const { off, worked } = asForm(given);
      form.setFieldsValue({ off, worked });
      message.info(t('fileRead'));
    } catch (error) {
      setUnread(say(problemOf(error)));
    }
  };
  return (
    <Card size="small" title={`${year} · ${t('daysOff')}`} style={{ marginBottom: 12 }} data-testid="calendar-editor">
      <Form form={form} layout="vertical" initialValues={asForm(notice)}>
        <Space wrap style={{ marginBottom: 8 }}>
          <Upload
            accept=".csv,.xlsx"
            showUploadList={false}
            beforeUpload={(file) => {
              void read(file);
              return false;
            }}
          >
            <Button>{t('fromFile')}</Button>
          </Upload>
          <span className="small">{t('fileAbout')}</span>
        </Space>
        {unread !== null && <Alert type="error" showIcon role="alert" title={unread} style={{ marginBottom: 8 }} />}
        <Form.Item name="notice" label={t('noticeNumber')}>
          <Input maxLength={200} style={{ maxWidth: 360 }} />
        </Form.Item>
        <Form.List name="off">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key: row, name }) => (
                <Space key={row} wrap align="start">
                  <Form.Item
                    name={[name, 'festival']}
                    label={t('festival')}
                    rules={[{ required: true, message: t('required') }]}
                    style={{ marginBottom: 4 }}
                  >
                    <Input maxLength={60} style={{ width: 140 }} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'days']}
                    label={t('fromTo')}
                    rules={[{ required: true, message: t('required') }]}
                    style={{ marginBottom: 4 }}
                  >
                    <DatePicker.RangePicker defaultPickerValue={[inYear, inYear]} />
                  </Form.Item>
                  <Button
                    size="small"
                    type="text"
                    style={{ marginTop: 32 }}
                    aria-label={`${t('remove')} ${name + 1}`}
                    onClick={() => {
                      remove(name);
                    }}
                  >
                    ×
                  </Button>
                </Space>
              ))}
              <div style={{ marginBottom: 12 }}>
                <Button
                  size="small"
                  onClick={() => {
                    add({});
                  }}
                >
                  {t('addFestival')}
                </Button>
              </div>
            </>
          )}
        </Form.List>
        <Form.Item name="worked" label={t('workedDays')}>
          <DatePicker multiple defaultPickerValue={inYear} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
      <Replay
        about={t('replayCalendarAbout')}
        label={t('replayCalendar')}
        ask={(signal, onProgress) =>
          asked((body) => followed(api.POST('/api/policy/calendar/replay', { body, signal, ...IN_LINES }), onProgress))
        }
      />
      {publish.isError && (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ margin: '8px 0' }}
          title={publish.error instanceof Refusal ? say(problemOf(publish.error)) : t('chooseFields')}
        />
      )}
      <Space style={{ marginTop: 8 }}>
        <Popconfirm
          title={t('publishCalendarAsked')}
          okText={t('publishDraft')}
          cancelText={t('cancel')}
          onConfirm={() => {
            publish.mutate();
          }}
        >
          <Button type="primary" loading={publish.isPending}>
            {t('publishCalendar')}
          </Button>
        </Popconfirm>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </Space>
    </Card>
  );
};
