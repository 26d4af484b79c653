import type { DomainEvent } from '../event.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** Who sees a view: its owner alone, the owner's unit, or everybody. */
export const REACHES = ['own', 'unit', 'all'] as const;
export type Reach = (typeof REACHES)[number];

/** What a view asks of its list, as lists are asked (README of libs/office, "Questions"); never of a day: a view shows the day that is looked at. */
export interface ViewQuestion {
  readonly unit?: string;
  readonly where?: readonly string[];
  readonly colour?: readonly string[];
  readonly q?: string;
  readonly sort?: string;
  readonly group?: string;
  readonly columns?: readonly string[];
}

/** A list as somebody wants to find it again. `owner`: a login; `unit`: the code of the unit that shares it, where one does. */
export interface View {
  readonly view: string;
  readonly title: string;
  readonly list: string;
  readonly asked: ViewQuestion;
  readonly reach: Reach;
  readonly owner: string;
  readonly unit: string | null;
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;
export type ViewEvent = E<'ViewSaved', View> | E<'ViewRemoved', { readonly view: string }>;
