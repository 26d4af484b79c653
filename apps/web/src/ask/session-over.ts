import { useSyncExternalStore } from 'react';

type Listener = () => void;

const listeners = new Set<Listener>();
let over = false;

/** Whether the server no longer knows who asks. One answer of 401 tells; the page then lets the person sign in over what is open. */
export const sessionOver = {
  subscribe: (listener: Listener): Listener => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  now: (): boolean => over,
  set: (to: boolean): void => {
    if (over === to) return;
    over = to;
    for (const listener of listeners) listener();
  },
};

/** The same, for what is drawn by it. */
export const useSessionOver = (): boolean => useSyncExternalStore(sessionOver.subscribe, sessionOver.now);

const SESSION = '/api/session'; // asked before anybody is signed in: its 401 is an answer, not an end

/** Looks at every answer that comes in, whichever way it was asked for. */
export const noticeAnswer = (response: Response): void => {
  if (response.status === 401 && new URL(response.url).pathname !== SESSION) sessionOver.set(true);
};
