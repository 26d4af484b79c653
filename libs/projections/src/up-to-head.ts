import type { EventStore } from '#event-store';

/**
 * Steps until a model stands where the log's head stood at the beginning; answers where it then stands. What is recorded meanwhile is for whoever asks next: nobody runs after others who write.
 * `step`: one page on, at most to what the log holds; answers where the model stands after it.
 */
export const upToHead = async (
  store: Pick<EventStore, 'head'>,
  step: (head: bigint) => Promise<bigint>,
): Promise<bigint> => {
  const head = await store.head();
  for (;;) {
    const position = await step(head);
    if (position >= head) return position;
  }
};
