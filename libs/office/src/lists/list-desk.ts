import type { IsoDate, Sentence } from '#domain';
import type { Caller } from '#identity';

export interface ListAsked {
  readonly asOf?: IsoDate;
  readonly asKnown?: string;
  readonly unit?: string;
  readonly where?: readonly string[];
  readonly colour?: readonly string[];
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly atLeast?: number;
}

/** Lists as the caller may see them; the shapes are those of cli.md. */
export interface ListDesk {
  readonly names: () => readonly { readonly name: string; readonly title: Sentence }[];
  /** Throws HttpRefused 'list-unknown'. */
  readonly list: (caller: Caller, name: string, asked: ListAsked) => Promise<object>;
  readonly search: (caller: Caller, q: string, limit: number) => Promise<object>;
}
