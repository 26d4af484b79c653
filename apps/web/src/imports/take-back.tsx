import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Alert, Form, Input, Modal, Progress } from 'antd';
import { useEffect } from 'react';
import { answered, api, problemOf } from '../ask/api.ts';
import { PROJECT_TOUCHES, refresh } from '../ask/keys.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import { usePastImport, useTakenBackSoFar } from './import-queries.ts';

const LOOK_AGAIN = 2000; // milliseconds

/** What was sent off and not answered goes on where it arrived: looks again and again whether the import was taken back meanwhile. */
const useTakenBackUnheard = (id: string, unheard: boolean, onTaken: () => Promise<void>): void => {
  const taken = usePastImport(id, unheard && LOOK_AGAIN).data?.import.state === 'reverted';
  useEffect(() => {
    if (unheard && taken) void onTaken();
  }, [unheard, taken]);
};

/** How much of an import is taken back, of how many projects. */
const HowFar = ({ id, projects }: { id: string; projects: number }) => {
  const { t, marks, many } = useWords();
  const done = useTakenBackSoFar(id, true);
  return (
    <div role="status">
      {t('takingBack')}
      {done !== null && marks.aside(`${done} / ${many(projects, 'projects')}`)}
      <Progress
        percent={Math.floor(((done ?? 0) / Math.max(projects, 1)) * 100)}
        status="active"
        aria-label={t('takeBack')}
        showInfo={done !== null}
      />
    </div>
  );
};

/** Takes a whole import back, after saying what that means and why. A large one takes longer than what stands between lets a request wait: the page then sees by itself what became of it. */
export const TakeBack = ({ id, projects, onClose }: { id: string; projects: number; onClose: () => void }) => {
  const { t, marks } = useWords();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const taking = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      answered(api.POST('/api/imports/past/{id}/revert', { params: { path: { id } }, body: { reason } })),
    onSuccess: async ({ voided, staying }) => {
      onClose();
      modal.info({
        title: t('takenBack'),
        content: (
          <>
            <p>
              {t('takenBackFacts')} {voided}
            </p>
            {staying.length > 0 && (
              <p>
                {t('staying')}
                {marks.colon}
                {staying.map(({ code, id: project }) => code ?? project).join(marks.list)}
              </p>
            )}
          </>
        ),
      });
      await refresh(client, [...PROJECT_TOUCHES, 'imports']);
    },
  });
  const unheard = taking.isError && problemOf(taking.error).code === 'unreachable';
  useTakenBackUnheard(id, unheard, async () => {
    onClose();
    await refresh(client, [...PROJECT_TOUCHES, 'imports']);
  });
  return (
    <Modal
      open
      title={t('takeBack')}
      okText={t('takeBack')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={taking.isPending}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      <Alert type="warning" showIcon title={t('takeBackHint')} className="space-below" />
      <Form
        form={form}
        layout="vertical"
        onFinish={(said) => {
          taking.mutate(said);
        }}
      >
        <Form.Item
          name="reason"
          label={t('takeBackReason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} autoFocus />
        </Form.Item>
      </Form>
      {(taking.isPending || unheard) && <HowFar id={id} projects={projects} />}
      {unheard && <Alert type="info" showIcon role="status" title={t('takeBackUnheard')} />}
      {taking.isError && !unheard && <Refusal error={taking.error} />}
    </Modal>
  );
};
