export { BORDERS, drawBorders, foldBorders, removeBorders, type Borders } from './borders.ts';
export type { BordersEvent } from './events.ts';
