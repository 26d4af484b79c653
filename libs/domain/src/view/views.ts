import type { IsoDate } from '../dates.ts';
import type { View, ViewEvent } from './events.ts';
import { rejectView } from './rejections.ts';

/** All views in one stream: they are few, and each person's are bounded. */
export const VIEWS = 'views-main';
const MOST = 50; // a person

/** By id, in the order in which they were first saved. */
export type Views = ReadonlyMap<string, View>;

export const foldViews = (events: readonly ViewEvent[]): Views => {
  const views = new Map<string, View>();
  for (const { type, data } of events) {
    if (type === 'ViewSaved') views.set(data.view, data);
    else views.delete(data.view);
  }
  return views;
};

/** Who acts on views: a login, its unit, and whether that person may share with everybody. */
export interface ViewKeeper {
  readonly user: string;
  readonly unit: string | null;
  readonly forAll: boolean;
}

/** The views that somebody finds: the own ones, the unit's and those for all. */
export const viewsSeenBy = (views: Views, { user, unit }: Pick<ViewKeeper, 'user' | 'unit'>): readonly View[] =>
  [...views.values()].filter(
    (view) => view.owner === user || view.reach === 'all' || (view.reach === 'unit' && view.unit === unit),
  );

/** Whether somebody may take a view away: its owner; of those for all also whoever may share with all, since owners leave. */
export const mayRemoveView = (view: View, { user, forAll }: ViewKeeper): boolean =>
  view.owner === user || (view.reach === 'all' && forAll);

/** What somebody wants to keep; `view`: the id of a new one or of one that is changed. */
export type Kept = Omit<View, 'owner' | 'unit'>;

/** Saves a view, anew or over the own one of that id; none where it says nothing new. Throws Rejected. */
export const saveView = (kept: Kept, views: Views, keeper: ViewKeeper, today: IsoDate): readonly ViewEvent[] => {
  const { user, unit, forAll } = keeper;
  const before = views.get(kept.view);
  const own = [...views.values()].filter(({ owner, view }) => owner === user && view !== kept.view);
  if (before !== undefined && before.owner !== user) return rejectView('view-of-another');
  if (own.some(({ title }) => title === kept.title)) return rejectView('view-title-taken', 'title');
  if (own.length >= MOST) return rejectView('views-full');
  if (kept.reach === 'all' && !forAll) return rejectView('view-not-for-all', 'reach');
  if (kept.reach === 'unit' && unit === null) return rejectView('view-without-unit', 'reach');
  const view: View = { ...kept, owner: user, unit: kept.reach === 'unit' ? unit : null };
  const same = before !== undefined && JSON.stringify(before) === JSON.stringify(view);
  return same ? [] : [{ type: 'ViewSaved', occurredOn: today, data: view }];
};

/** Saves over a view that is there. One that the keeper does not find is not there. Throws Rejected. */
export const changeView = (kept: Kept, views: Views, keeper: ViewKeeper, today: IsoDate): readonly ViewEvent[] =>
  viewsSeenBy(views, keeper).some(({ view }) => view === kept.view)
    ? saveView(kept, views, keeper, today)
    : rejectView('view-unknown');

/** Takes a view away. A view that the keeper does not find is not there. Throws Rejected. */
export const removeView = (id: string, views: Views, keeper: ViewKeeper, today: IsoDate): readonly ViewEvent[] => {
  const view = viewsSeenBy(views, keeper).find((one) => one.view === id) ?? rejectView('view-unknown');
  return mayRemoveView(view, keeper)
    ? [{ type: 'ViewRemoved', occurredOn: today, data: { view: id } }]
    : rejectView('view-of-another');
};
