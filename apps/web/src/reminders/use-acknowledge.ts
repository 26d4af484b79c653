import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { answered, api, problemOf } from '../ask/api.ts';
import { useSession } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import type { Reminder } from './reminder-words.tsx';

export const MOST = 500; // notices that the server takes at once

/** Whether the one who is signed in has acknowledged a notice, may do so, and how it is done. */
export const useAcknowledge = () => {
  const { say } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const session = useSession().data;
  const acknowledging = useMutation({
    mutationFn: (told: readonly Pick<Reminder, 'key'>[]) =>
      answered(api.POST('/api/inbox/acknowledge', { body: { keys: told.map(({ key }) => key) } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['inbox'] });
    },
    onError: (error) => {
      message.error(say(problemOf(error)));
    },
  });
  return {
    mine: ({ acknowledgedBy }: Pick<Reminder, 'acknowledgedBy'>): boolean =>
      acknowledgedBy.includes(session?.user ?? ''),
    may: session?.permissions.includes('answer') ?? false,
    acknowledging,
  };
};
