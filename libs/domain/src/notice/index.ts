export type { Addressee, Delivery, NoticeEvent, NoticeName } from './events.ts';
