import { randomUUID } from 'node:crypto';
import { changeView, removeView, saveView, type ViewEvent, type ViewQuestion, type Views } from '#domain';
import { askingOf } from '../ask.ts';
import { commandKey } from '../command-key.ts';
import { actorOf, answerOf, type Answer, type Given } from '../given.ts';
import { showList } from '../lists/show-list.ts';
import type { Office } from '../office.ts';
import type { SaveView } from './bodies.ts';
import { keeperOf } from './show-views.ts';

/** What somebody does to saved views. */
export type ViewChange =
  { readonly type: 'SaveView'; readonly save: SaveView } | { readonly type: 'RemoveView'; readonly view: string };

export interface GivenToView extends Given {
  readonly body: ViewChange;
}

const questionIn = ({ unit, where, colour, q, sort, group, columns }: SaveView): ViewQuestion =>
  Object.fromEntries(
    Object.entries({ unit, where, colour, q, sort, group, columns }).filter(([, value]) => value !== undefined),
  );

/** Saves or removes a view. One that its list would not answer is not saved. Throws Rejected, also as the list does ('list-unknown', UnknownField). */
export const giveView = async (office: Office, { caller, body, key, ifVersion }: GivenToView): Promise<Answer> => {
  const today = office.today();
  const keeper = keeperOf(caller);
  const decideOn = async (): Promise<(views: Views) => readonly ViewEvent[]> => {
    if (body.type === 'RemoveView') return (views) => removeView(body.view, views, keeper, today);
    const { title, list, reach, view = randomUUID(), ...narrowed } = body.save;
    await showList.answer(await askingOf(office, caller), { name: list, limit: 1, ...narrowed });
    const kept = { view, title: title.trim(), list, asked: questionIn(body.save), reach };
    const change = body.save.view === undefined ? saveView : changeView;
    return (views) => change(kept, views, keeper, today);
  };
  return answerOf(
    await office.views.handle(
      { actor: actorOf(caller), key: commandKey(caller.account, key, body.type, body), decide: await decideOn() },
      ifVersion,
    ),
  );
};
