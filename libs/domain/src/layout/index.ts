export { LAYOUT_UNITS, type Layout, type LayoutColumn, type LayoutEvent, type LayoutUnit } from './events.ts';
export { foldLayouts, layoutNamed, LAYOUTS, publishLayout, removeLayout, type Layouts } from './layouts.ts';
export { OWN_LAYOUTS, type Fillable } from './read-layout.ts';
