import { App as AntApp } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from '../parts/narrow.ts';

const SAID_FOR = 8; // seconds: what a message says can be read, and taken back, at leisure
const AT_ONCE = 3;

/** Messages that come and go over the page. On a phone each takes the place of the one before, so that they do not pile up over a form. */
export const Messages = ({ children }: { children: ReactNode }) => {
  const isNarrow = useNarrow();
  return <AntApp message={{ duration: SAID_FOR, maxCount: isNarrow ? 1 : AT_ONCE }}>{children}</AntApp>;
};
