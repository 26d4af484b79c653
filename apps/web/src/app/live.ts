import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { PROJECT_TOUCHES, refresh, type Subject } from '../ask/keys.ts';
import { gathered } from './gathered.ts';
import { useFirstPosition } from './known-to-all.ts';
import { useTime } from '../parts/time.ts';

// A morning's reminders go out by the hundred: they stand on these pages, and in no list, figure or chart.
const TOLD: readonly Subject[] = ['inbox', 'reminders', 'forward', 'project', 'matter', 'matters'];

/** What changes of each kind move on the page; a kind that is not named moves what projects move. */
const TOUCHED: Readonly<Record<string, readonly Subject[]>> = {
  organisation: ['organisation'],
  policy: ['policy', ...PROJECT_TOUCHES],
  notice: TOLD,
  outbox: TOLD,
  identity: ['accounts'], // accounts, and who signs in
  channel: ['channels'],
  import: ['imports'],
  views: ['views'],
  borders: ['borders'],
  layouts: ['layouts'],
  looks: [],
  reports: [],
  seal: [],
};
const ANYTHING = '*'; // more changed than the server tells apart

/** What a stream says: up to where the log has come, and what kinds of things changed. */
interface News {
  readonly position: number;
  readonly kinds: readonly string[];
}

const touchedBy = (all: readonly News[]): readonly Subject[] => {
  const kinds = all.flatMap((news) => news.kinds);
  return [
    ...new Set(
      kinds.includes(ANYTHING)
        ? Object.values(TOUCHED).flat()
        : kinds.flatMap((kind) => TOUCHED[kind] ?? PROJECT_TOUCHES),
    ),
  ];
};

const FIRST_AFTER = 3_000; // the page first, then its news
const LONGEST_WAIT = 60_000;
const ONE = 'luodi-live';

/** The stream of what came after a position, opened again after a growing wait where the server refuses it. Answers how it is closed. */
const listen = (since: () => number | undefined, onChange: (text: string) => void): (() => void) => {
  let source: EventSource | null = null;
  let wait = FIRST_AFTER;
  let timer = 0;
  const open = (): void => {
    const known = since();
    source = new EventSource(known === undefined ? '/api/live' : `/api/live?since=${known}`);
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

/** One stream a browser where tabs can agree on who listens: the others are told by the one that does. `told` is the position up to which this tab was. */
const follow = (client: QueryClient, told: { current: number | undefined }): (() => void) => {
  const tabs = new BroadcastChannel(ONE);
  const ending = new AbortController();
  const news = gathered<News>((all) => void refresh(client, touchedBy(all)));
  const heard = (text: string): void => {
    const one = JSON.parse(text) as News;
    told.current = one.position;
    news.hear(one);
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
      const close = listen(
        () => told.current,
        (text) => {
          tabs.postMessage(text);
          heard(text);
        },
      );
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
    news.end();
  };
};

/** What others record is seen without asking, from where the log stood when the page was asked for; off while the past is looked at. */
export const useLive = (): void => {
  const client = useQueryClient();
  const { isPast } = useTime();
  const told = useRef(useFirstPosition());
  useEffect(() => (isPast ? undefined : follow(client, told)), [client, isPast]);
};
