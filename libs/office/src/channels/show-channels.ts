import { limitOf, OFFICE_HOURS, type StoredChannel, type Undelivered } from '#channels';
import type { Question } from '../ask.ts';

interface ShownChannel extends StoredChannel {
  /** How much its receiver takes. */
  readonly limit: { readonly perMinute: number | null; readonly perSecond: number | null };
  readonly undelivered: Undelivered | null;
}

interface ShownChannels {
  readonly sendWindow: { readonly workingDaysOnly: boolean; readonly from: string; readonly to: string };
  readonly channels: readonly ShownChannel[];
}

/** The bureau's channels without their secrets, and the hours in which notices leave. */
export const showChannels: Question<object, ShownChannels> = {
  answer: async ({ office: { channels } }) => ({
    sendWindow: { workingDaysOnly: OFFICE_HOURS.workingDaysOnly, ...OFFICE_HOURS.open },
    channels: await Promise.all(
      (await channels.all()).map(async (one) => {
        const { perMinute = null, perSecond = null } = limitOf(one.settings);
        const undelivered = await channels.undelivered(one.settings.name);
        return { ...one, limit: { perMinute, perSecond }, undelivered };
      }),
    ),
  }),
};
