import {
  draftsOf,
  POLICY_STREAM,
  rulesOf,
  type Actor,
  type Draft,
  type IsoDate,
  type PolicyEvent,
  type Rules,
} from '#domain';
import type { Aggregate } from '#event-store';
import { newsOf } from '../changes.ts';
import type { CommandKey } from '../command-key.ts';

export type PolicyNews = PolicyEvent extends infer One
  ? One extends PolicyEvent
    ? Pick<One, 'type' | 'data'>
    : never
  : never;
/** What is published and what is drafted. */
export interface Standing {
  readonly rules: Rules;
  readonly drafts: readonly Draft[];
}
/** A change of the rules on its way: who gives it, with which key, on which day, and what it adds to what stands. */
export interface PolicyOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly today: IsoDate;
  readonly decide: (standing: Standing) => readonly PolicyNews[];
}

/** The rules of an installation, as the command handler runs them: policies, drafts and the calendar in one stream. */
export const policyAggregate: Aggregate<PolicyOrder, Standing> = {
  streamOf: () => POLICY_STREAM,
  commandId: ({ key }) => key.id,
  fold: (history) => {
    const facts = history.map(({ event }) => event);
    return { rules: rulesOf(facts), drafts: draftsOf(facts) };
  },
  decide: (order, { state, history }) =>
    newsOf(order, history, () => order.decide(state).map((news) => ({ ...news, occurredOn: order.today }))),
};
