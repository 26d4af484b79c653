export { reason, type Reason, type ReasonCode } from './reasons.ts';
export type {
  Addressee,
  Carried,
  Delivery,
  DispatchEvent,
  IssuedNotice,
  MessageEvent,
  NoticeEvent,
  NoticeEvent02,
  NoticeName,
  SuppressedNotices,
  WithdrawnNotice,
} from './events.ts';
