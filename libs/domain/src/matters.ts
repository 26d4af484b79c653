import type { AnyMatter } from './matter.ts';
import { APPROVAL } from './approval/index.ts';
import { CHECKLIST } from './checklist/index.ts';
import { ISSUE } from './issue/index.ts';
import { MEETING } from './meeting/index.ts';
import { OUTREACH } from './outreach/index.ts';
import { SCHEDULING_LIST } from './scheduling/index.ts';
import { ORDER } from './supervision/index.ts';

const KINDS: readonly AnyMatter[] = [ORDER, ISSUE, MEETING, SCHEDULING_LIST, CHECKLIST, APPROVAL, OUTREACH];

/** Every kind of matter, by the name of its streams: routes, forms, the read model and the command bus are made from this table. */
export const MATTERS: Readonly<Record<string, AnyMatter>> = Object.fromEntries(
  KINDS.map((matter) => [matter.name, matter]),
);

/** The kind of a stream's matter; null where the stream is none. */
export const matterOf = (stream: string): AnyMatter | null => {
  for (const name of Object.keys(MATTERS)) if (stream.startsWith(`${name}-`)) return MATTERS[name]!;
  return null;
};
