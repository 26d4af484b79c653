import { drawBorders, removeBorders } from '#domain';
import { commandKey } from '../command-key.ts';
import { actorOf, answerOf, type Answer, type Given } from '../given.ts';
import type { Office } from '../office.ts';

/** What somebody does to the borders of regions. */
export type BordersChange =
  { readonly type: 'DrawBorders'; readonly geojson: string } | { readonly type: 'RemoveBorders' };

export interface GivenToBorders extends Given {
  readonly body: BordersChange;
}

/** Lays the borders of a file in place of those before, or takes them away. Throws Rejected. */
export const giveBorders = async (
  office: Office,
  { caller, body, key, ifVersion }: GivenToBorders,
): Promise<Answer> => {
  const today = office.today();
  return answerOf(
    await office.borders.handle(
      {
        actor: actorOf(caller),
        key: commandKey(caller.account, key, body.type, body),
        decide: (before) =>
          body.type === 'DrawBorders' ? drawBorders(body.geojson, before, today) : removeBorders(before, today),
      },
      ifVersion,
    ),
  );
};
