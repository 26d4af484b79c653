import type { IsoDate } from '../dates.ts';
import type { Layout, LayoutEvent } from './events.ts';
import { readLayout, type Fillable } from './read-layout.ts';
import { rejectLayout } from './rejections.ts';

/** All layouts in one stream: they are few. */
export const LAYOUTS = 'layouts-main';
const MOST = 50;

/** By name, in the order in which they were first published. */
export type Layouts = ReadonlyMap<string, Layout>;

export const foldLayouts = (events: readonly LayoutEvent[]): Layouts => {
  const layouts = new Map<string, Layout>();
  for (const { type, data } of events)
    if (type === 'LayoutPublished') layouts.set(data.layout.name, data.layout);
    else layouts.delete(data.name);
  return layouts;
};

/** Throws Rejected 'layout-unknown'. */
export const layoutNamed = (layouts: Layouts, name: string): Layout =>
  layouts.get(name) ?? rejectLayout('layout-unknown', 'layout');

/** A document as the layout of its name, in place of the one before; none where it says nothing new. Throws Rejected 'layout-invalid' and 'layouts-full'. */
export const publishLayout = (
  document: unknown,
  layouts: Layouts,
  fillable: Fillable,
  today: IsoDate,
): readonly LayoutEvent[] => {
  const layout = readLayout(document, fillable);
  const before = layouts.get(layout.name);
  if (before === undefined && layouts.size >= MOST) return rejectLayout('layouts-full');
  return JSON.stringify(before) === JSON.stringify(layout)
    ? []
    : [{ type: 'LayoutPublished', occurredOn: today, data: { layout } }];
};

/** Throws Rejected 'layout-unknown'. */
export const removeLayout = (layouts: Layouts, name: string, today: IsoDate): readonly LayoutEvent[] => [
  { type: 'LayoutRemoved', occurredOn: today, data: { name: layoutNamed(layouts, name).name } },
];
