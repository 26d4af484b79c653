import type { IsoDate } from '../dates.ts';
import type { ViewEvent } from './events.ts';
import type { ViewRejectionCode } from './rejections.ts';
import { changeView, foldViews, removeView, saveView, viewsSeenBy, type ViewKeeper } from './views.ts';

const today = '2026-11-29' as IsoDate;
const clerk: ViewKeeper = { user: 'clerk', unit: '01', forAll: false };
const colleague: ViewKeeper = { user: 'colleague', unit: '01', forAll: false };
const stranger: ViewKeeper = { user: 'stranger', unit: null, forAll: false };
const supervisor: ViewKeeper = { user: 'supervisor', unit: '02', forAll: true };

const kept = (view: string, reach: 'own' | 'unit' | 'all' = 'own', title = `视图${view}`) => ({
  view,
  title,
  list: 'signed-not-started',
  asked: { colour: ['red'] },
  reach,
});
const standing = (...saved: readonly (readonly [ReturnType<typeof kept>, ViewKeeper])[]) =>
  foldViews(
    saved.reduce<readonly ViewEvent[]>(
      (events, [one, keeper]) => [...events, ...saveView(one, foldViews(events), keeper, today)],
      [],
    ),
  );
const found = (views: ReturnType<typeof standing>, keeper: ViewKeeper) =>
  viewsSeenBy(views, keeper).map(({ view }) => view);

it('a view is found by its owner, by the owner’s unit or by all, as it is shared', () => {
  const views = standing([kept('a'), clerk], [kept('b', 'unit'), clerk], [kept('c', 'all'), supervisor]);
  expect(found(views, clerk)).toEqual(['a', 'b', 'c']);
  expect(found(views, colleague)).toEqual(['b', 'c']);
  expect(found(views, stranger)).toEqual(['c']); // who has no unit shares no unit’s view
});

it('is changed by its owner, and saved as it stands it is no change', () => {
  const views = standing([kept('a'), clerk]);
  expect(saveView(kept('a'), views, clerk, today)).toEqual([]);
  const [event] = saveView({ ...kept('a'), asked: {} }, views, clerk, today);
  expect(event).toMatchObject({ type: 'ViewSaved', data: { view: 'a', asked: {}, owner: 'clerk', unit: null } });
});

it('is removed by its owner; one for all also by who keeps those for all', () => {
  const views = standing([kept('a'), clerk], [kept('c', 'all'), { ...supervisor, user: 'gone' }]);
  expect(removeView('a', views, clerk, today)).toHaveLength(1);
  expect(removeView('c', views, supervisor, today)).toHaveLength(1);
});

it('a view that one does not find is told like one that is not there, whatever is done to it', () => {
  const views = standing([kept('a'), clerk]);
  for (const id of ['a', 'nowhere'])
    for (const act of [
      () => removeView(id, views, colleague, today),
      () => changeView(kept(id, 'own', '改'), views, colleague, today),
    ])
      expect(act).toThrow(expect.objectContaining({ code: 'view-unknown' }));
  expect(changeView(kept('a', 'own', '改'), views, clerk, today)).toHaveLength(1);
});

// Every rule has its line here: a new code does not compile without one.
const refusals: Record<ViewRejectionCode, () => unknown> = {
  'view-unknown': () => removeView('a', standing([kept('a'), clerk]), colleague, today), // of another, and unseen
  'view-of-another': () => saveView(kept('a', 'own', '改'), standing([kept('a', 'unit'), clerk]), colleague, today),
  'view-title-taken': () => saveView(kept('b', 'own', '视图a'), standing([kept('a'), clerk]), clerk, today),
  'views-full': () => {
    const many = Array.from({ length: 50 }, (_, n) => [kept(`v${n}`), clerk] as const);
    return saveView(kept('one more'), standing(...many), clerk, today);
  },
  'view-without-unit': () => saveView(kept('a', 'unit'), standing(), stranger, today),
  'view-not-for-all': () => saveView(kept('a', 'all'), standing(), clerk, today),
};
it.each(Object.entries(refusals))('%s is refused', (code, scenario) =>
  expect(scenario).toThrow(expect.objectContaining({ code })),
);
