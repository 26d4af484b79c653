export { nextTry, PATIENCE, type NextTry, type Patience } from './backoff.ts';
export type { Accepted, Channel, Failed, Language, Line, Message, Outcome, Recipient } from './message.ts';
export { afterRefusal, afterSend, FRESH_PACE, nextSlot, slots, spacing, type Pace, type RateLimit } from './rate-limit.ts';
export { checkSendWindow, nextOpening, OFFICE_HOURS, type Opening, type SendWindow, type Span } from './send-window.ts';
