import type { Schemas } from '../ask/api.ts';

/** What a meeting knows of itself. */
export type KnownMeeting = Schemas['KnownMeeting'];

/** One project on the agenda, as the list stood when it was frozen. */
export type AgendaItem = NonNullable<KnownMeeting['agenda']>['items'][number];
