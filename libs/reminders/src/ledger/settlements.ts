import type {
  DispatchEvent,
  IssuedNotice,
  NoticeEvent,
  NoticeEvent02,
  RecordedEvent,
  SuppressedNotices,
  WithdrawnNotice,
} from '#domain';
import { DISPATCH, keyOf, NOTICE_STREAMS } from '../owed/names.ts';

/** What a record settles. */
export interface Settlement {
  readonly issued: readonly IssuedNotice[];
  readonly suppressed: readonly SuppressedNotices[];
  readonly withdrawn: readonly WithdrawnNotice[];
}

const NONE: Settlement = { issued: [], suppressed: [], withdrawn: [] };

const isDispatch = (recorded: RecordedEvent): recorded is RecordedEvent<DispatchEvent> => recorded.stream === DISPATCH;
const isNotice = (recorded: RecordedEvent): recorded is RecordedEvent<NoticeEvent | NoticeEvent02> =>
  recorded.stream.startsWith(NOTICE_STREAMS);
export const noticeKeyOf = ({ stream }: RecordedEvent): string => stream.slice(NOTICE_STREAMS.length);

/** What a record of the log settles, in today's shape; null where it settles nothing. */
export const settlementOf = (recorded: RecordedEvent): Settlement | null => {
  if (isDispatch(recorded)) return recorded.event.data;
  if (!isNotice(recorded)) return null;
  const key = noticeKeyOf(recorded);
  const { type, data } = recorded.event;
  switch (type) {
    case 'NoticeIssued':
      return { ...NONE, issued: [{ ...data, key, covers: data.covers.map((one) => ({ ...one, on: data.on })) }] };
    case 'NoticeWithdrawn':
      return { ...NONE, withdrawn: [{ ...data, key }] };
    case 'NoticesSuppressed':
      return { ...NONE, suppressed: [data] };
    default:
      return null; // a claim of 0.2 for another notice settles nothing: that notice names it
  }
};

/** Keys of all notices that a settlement settles. */
export const keysOf = ({ issued, suppressed, withdrawn }: Settlement): readonly string[] => [
  ...issued.flatMap(({ key, covers }) => [key, ...covers.map(keyOf)]),
  ...suppressed.flatMap(({ subject, notices }) => notices.map((one) => keyOf({ ...one, subject }))),
  ...withdrawn.map(({ key }) => key),
];

/** The record's own words about one notice. Null where it does not settle it. */
export const aboutNotice = (
  recorded: RecordedEvent,
  key: string,
): {
  readonly type: 'NoticeIssued' | 'NoticeMerged' | 'NoticeSuppressed' | 'NoticeWithdrawn';
  readonly data: object;
} | null => {
  const settlement = settlementOf(recorded);
  if (settlement === null) return null;
  for (const one of settlement.issued) {
    if (one.key === key) return { type: 'NoticeIssued', data: one };
    const covered = one.covers.find((name) => keyOf(name) === key);
    if (covered !== undefined) return { type: 'NoticeMerged', data: { ...covered, into: one.key } };
  }
  for (const { notices, ...about } of settlement.suppressed) {
    const one = notices.find((name) => keyOf({ ...name, subject: about.subject }) === key);
    if (one !== undefined) return { type: 'NoticeSuppressed', data: { ...about, ...one } };
  }
  const withdrawn = settlement.withdrawn.find((one) => one.key === key);
  return withdrawn === undefined ? null : { type: 'NoticeWithdrawn', data: withdrawn };
};
