import { v5 as uuid } from 'uuid';
import type { Delivery, NoticeName } from '#domain';

const NOTICES = '2f0c6a1e-5c0b-4e39-9b54-3a4f0f7e9d21'; // namespace of keys that follow from what a notice is

/** The key of a notice: the same notice has the same key in every process and after every rebuild. */
export const keyOf = ({ subject, clock, policyVersion, rung, recurrence }: NoticeName): string => uuid(`${subject}|${clock}|${policyVersion}|${rung}|${recurrence}`, NOTICES);

export const NOTICE_STREAMS = 'notice-';
export const noticeStream = (key: string): string => `${NOTICE_STREAMS}${key}`;
export const OUTBOX_STREAMS = 'outbox-';
export const outboxStream = ({ channel, to }: Delivery): string => `${OUTBOX_STREAMS}${uuid(`${channel}|${to}`, NOTICES)}`;
export const orderStream = (id: string): string => `order-${id}`;
