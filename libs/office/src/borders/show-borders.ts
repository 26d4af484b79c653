import { BORDERS, foldBorders, type Borders, type BordersEvent } from '#domain';
import type { Question } from '../ask.ts';

interface ShownBorders {
  readonly version: number;
  readonly borders: Borders;
}

/** Where the regions lie; none where nobody imported their borders. */
export const showBorders: Question<object, ShownBorders> = {
  answer: async ({ office }) => {
    const history = await office.store.readStream(BORDERS);
    return { version: history.length, borders: foldBorders(history.map(({ event }) => event as BordersEvent)) };
  },
};
