import { changeOf, moneyTyped, type Money, type TypedMoney } from '../parts/money.ts';

/** How a split is being typed: what each child gets, and what the parent keeps. */
export interface TypedSplit {
  readonly children?: readonly ({ readonly contracted?: TypedMoney } | undefined)[];
  readonly rest?: TypedMoney;
}

/** What of a contract is not shared out yet, or shared out too much (then below nothing); nothing where the parts come to the whole. */
export const notYetShared = (contracted: Money, { children = [], rest }: TypedSplit): readonly Money[] =>
  changeOf(
    [rest, ...children.map((child) => child?.contracted)].flatMap((typed) =>
      typed === undefined ? [] : (moneyTyped(typed) ?? []),
    ),
    [contracted],
  );
