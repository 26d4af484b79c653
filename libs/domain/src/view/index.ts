export { REACHES, type Reach, type View, type ViewEvent, type ViewQuestion } from './events.ts';
export {
  foldViews,
  mayRemoveView,
  removeView,
  changeView,
  saveView,
  VIEWS,
  viewsSeenBy,
  type ViewKeeper,
  type Views,
} from './views.ts';
