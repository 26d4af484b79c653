import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useActorName, useSession } from '../app/known-to-all.ts';
import { answered, api } from '../ask/api.ts';
import { refresh } from '../ask/keys.ts';
import { minute } from '../parts/day.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import type { PastImport } from './import-queries.ts';
import { mayApprove } from './may-approve.ts';

/** What falls into closed months: who imported is told to ask somebody, a second person lets it in, and then the same file records it. */
export const SecondPerson = ({ one }: { one: PastImport }) => {
  const { many, t, marks } = useWords();
  const actorName = useActorName();
  const session = useSession().data;
  const client = useQueryClient();
  const approving = useMutation({
    mutationFn: () => answered(api.POST('/api/imports/past/{id}/approve', { params: { path: { id: one.id } } })),
    onSuccess: () => refresh(client, ['imports']),
  });
  if (one.approved !== null)
    return (
      <Alert
        type="success"
        showIcon
        className="space-below"
        data-testid="approved"
        title={[
          `${t('secondApproved')}${marks.colon}${actorName(one.approved.by.name)}`,
          minute(one.approved.at),
          many(one.approved.rows, 'rowsOf'),
        ].join(marks.comma)}
        description={t('approvedHint')}
      />
    );
  if (one.waiting === 0 || one.state === 'reverted') return null;
  const may = session != null && mayApprove(session, one);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="space-below"
        data-testid="waits-for-second"
        title={`${t('waitsForSecond')}${marks.colon}${many(one.waiting, 'rowsOf')}`}
        description={t(may ? 'secondApprovesHint' : 'askSecondHint')}
        action={
          may && (
            <Button
              type="primary"
              loading={approving.isPending}
              onClick={() => {
                approving.mutate();
              }}
            >
              {t('approveClosed')}
            </Button>
          )
        }
      />
      {approving.isError && <Refusal error={approving.error} />}
    </>
  );
};
