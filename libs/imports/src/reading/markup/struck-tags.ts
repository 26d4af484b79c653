import type { Run } from '../struck.ts';
import { attribute } from './tags.ts';

const LINE = /text-decoration(-line)?\s*:[^;]*line-through/i;
const STRIKES: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
const EMPTY: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'input', 'col', 'meta', 'link', 'wbr']); // no tag closes these
const DEEPEST = 1_000;

/** The classes of a page whose style draws a line through the text: .font5 {text-decoration:line-through}. */
export const struckClasses = (html: string): ReadonlySet<string> =>
  new Set(
    [...html.matchAll(/\.([\w-]{1,40})\s*\{([^{}]{0,2000})\}/g)].flatMap(([, name, style]) =>
      LINE.test(style!) ? [name!] : [],
    ),
  );

/** Whether a tag draws a line through what stands in it. */
export const strikes = (tag: string, attributes: string, classes: ReadonlySet<string>): boolean =>
  STRIKES.has(tag) ||
  LINE.test(attribute(attributes, 'style') ?? '') ||
  (attribute(attributes, 'class') ?? '').split(/\s+/).some((one) => classes.has(one));

/** The text of one cell in runs; tags within it open and close. `whole`: the cell's own style draws the line. */
export const cellText = (whole: boolean) => {
  const runs: Run[] = [];
  const open: { readonly tag: string; readonly struck: boolean }[] = [];
  return {
    open: (tag: string, struck: boolean): void => {
      if (!EMPTY.has(tag) && open.length < DEEPEST) open.push({ tag, struck: struck || open.at(-1)?.struck === true });
    },
    close: (tag: string): void => {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at >= 0) open.length = at;
    },
    text: (text: string): void => {
      runs.push({ text, struck: whole || open.at(-1)?.struck === true ? true : null });
    },
    runs: (): readonly Run[] => runs,
  };
};
