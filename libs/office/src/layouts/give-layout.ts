import { publishLayout, removeLayout, type Fillable } from '#domain';
import { LAYOUT_COLUMN_NAMES, MONEY_COLUMN_NAMES } from '#reporting';
import { admitBureau } from '../admit.ts';
import { commandKey } from '../command-key.ts';
import { actorOf, answerOf, type Answer, type Given } from '../given.ts';
import { listNames } from '../lists/show-list.ts';
import type { Office } from '../office.ts';

/** What somebody does to the forms of exports. */
export type LayoutChange =
  | { readonly type: 'PublishLayout'; readonly layout: unknown }
  | { readonly type: 'RemoveLayout'; readonly name: string };

export interface GivenToLayout extends Given {
  readonly body: LayoutChange;
}

const fillable = (): Fillable => ({
  lists: listNames().lists.map(({ name }) => name),
  columns: LAYOUT_COLUMN_NAMES,
  money: MONEY_COLUMN_NAMES,
});

/** Publishes a layout in place of the one of its name, or takes one away. Throws Rejected. */
export const giveLayout = async (office: Office, { caller, body, key, ifVersion }: GivenToLayout): Promise<Answer> => {
  admitBureau(caller);
  const today = office.today();
  return answerOf(
    await office.layouts.handle(
      {
        actor: actorOf(caller),
        key: commandKey(caller.account, key, body.type, body),
        decide: (layouts) =>
          body.type === 'PublishLayout'
            ? publishLayout(body.layout, layouts, fillable(), today)
            : removeLayout(layouts, body.name, today),
      },
      ifVersion,
    ),
  );
};
