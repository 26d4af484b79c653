export { OUTREACH } from './decide.ts';
export type { OutreachEvent } from './events.ts';
export { OUTREACH_KINDS, type Outreach } from './outreach.ts';
