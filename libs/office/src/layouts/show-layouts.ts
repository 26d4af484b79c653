import { foldLayouts, LAYOUTS, type Layout, type LayoutEvent, type Layouts } from '#domain';
import type { Question } from '../ask.ts';
import type { Office } from '../office.ts';

interface ShownLayouts {
  readonly version: number;
  readonly layouts: readonly Layout[];
}

const standing = async ({ store }: Office): Promise<{ readonly version: number; readonly layouts: Layouts }> => {
  const history = await store.readStream(LAYOUTS);
  return { version: history.length, layouts: foldLayouts(history.map(({ event }) => event as LayoutEvent)) };
};

/** The bureau's forms by name. */
export const layoutsNow = async (office: Office): Promise<Layouts> => (await standing(office)).layouts;

/** The bureau's own forms, in which any list can leave as a workbook. */
export const showLayouts: Question<object, ShownLayouts> = {
  answer: async ({ office }) => {
    const { version, layouts } = await standing(office);
    return { version, layouts: [...layouts.values()] };
  },
};
