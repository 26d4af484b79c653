import { foldViews, mayRemoveView, VIEWS, viewsSeenBy, type View, type ViewEvent, type ViewKeeper } from '#domain';
import type { Caller } from '#identity';
import type { Question } from '../ask.ts';

/** A view as somebody finds it. `by`: the login of who saved it; `own`: whether that is the asker, who may change it. */
interface ShownView extends Omit<View, 'owner'> {
  readonly by: string;
  readonly own: boolean;
  readonly removable: boolean;
}
interface ShownViews {
  readonly version: number;
  readonly views: readonly ShownView[];
}

/** Whoever leads the supervision of all may also share a view with all. */
export const keeperOf = ({ user, unit, permissions }: Caller): ViewKeeper => ({
  user,
  unit,
  forAll: permissions.has('supervise'),
});

/** The views that the asker finds beside the lists: own, shared by the unit, shared with all. */
export const showViews: Question<object, ShownViews> = {
  answer: async ({ office, caller }) => {
    const history = await office.store.readStream(VIEWS);
    const keeper = keeperOf(caller);
    const seen = viewsSeenBy(foldViews(history.map(({ event }) => event as ViewEvent)), keeper);
    return {
      version: history.length,
      views: seen.map((view) => {
        const { owner, ...told } = view;
        return { ...told, by: owner, own: owner === keeper.user, removable: mayRemoveView(view, keeper) };
      }),
    };
  },
};
