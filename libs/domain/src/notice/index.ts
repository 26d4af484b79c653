export type { Addressee, Carried, Delivery, MessageEvent, NoticeEvent, NoticeName } from './events.ts';
