import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PROJECT_TOUCHES, refresh, type Subject } from '../ask/keys.ts';
import { useTime } from '../parts/time.ts';

/** What changes of each kind move on the page; a kind that is not named moves what projects move. */
const TOUCHED: Readonly<Record<string, readonly Subject[]>> = {
  organisation: ['organisation'],
  policy: ['policy', ...PROJECT_TOUCHES],
  account: ['accounts'],
  import: ['imports'],
  views: ['views'],
  borders: ['borders'],
  look: [],
  seal: [],
};

const touchedBy = (text: string): readonly Subject[] => {
  const { kinds } = JSON.parse(text) as { readonly kinds: readonly string[] };
  return [...new Set(kinds.flatMap((kind) => TOUCHED[kind] ?? PROJECT_TOUCHES))];
};

const FIRST_AFTER = 3_000; // the page first, then its news
const LONGEST_WAIT = 60_000;
const ONE = 'luodi-live';

/** The stream, opened again after a growing wait where the server refuses it. Answers how it is closed. */
const listen = (onChange: (text: string) => void): (() => void) => {
  let source: EventSource | null = null;
  let wait = FIRST_AFTER;
  let timer = 0;
  const open = (): void => {
    source = new EventSource('/api/live');
    source.onopen = () => {
      wait = FIRST_AFTER;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      onChange(data);
    };
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return; // the browser comes again by itself
      wait = Math.min(wait * 2, LONGEST_WAIT);
      timer = window.setTimeout(open, wait);
    };
  };
  timer = window.setTimeout(open, FIRST_AFTER);
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
};

/** One stream a browser where tabs can agree on who listens: the others are told by the one that does. */
const follow = (client: QueryClient): (() => void) => {
  const tabs = new BroadcastChannel(ONE);
  const ending = new AbortController();
  const heard = (text: string): void => {
    void refresh(client, touchedBy(text));
  };
  tabs.onmessage = ({ data }: MessageEvent<string>) => {
    heard(data);
  };
  const lead = (): Promise<void> =>
    new Promise((done) => {
      if (ending.signal.aborted) {
        done(); // given the lead on the way out
        return;
      }
      const close = listen((text) => {
        tabs.postMessage(text);
        heard(text);
      });
      ending.signal.addEventListener('abort', () => {
        close();
        done();
      });
    });
  // Locks exist on secure pages only; over plain http each tab listens by itself.
  if ('locks' in navigator) navigator.locks.request(ONE, { signal: ending.signal }, lead).catch(() => undefined);
  else void lead();
  return () => {
    ending.abort();
    tabs.close();
  };
};

/** What others record is seen without asking; off while the past is looked at. */
export const useLive = (): void => {
  const client = useQueryClient();
  const { isPast } = useTime();
  useEffect(() => (isPast ? undefined : follow(client)), [client, isPast]);
};
