import type { Schemas } from '../ask/api.ts';
import { CHANNEL_FORMS } from '../generated/channel-forms.ts';
import type { Sentence } from '../words/sentence.ts';
import { EVENTS } from '../words/words.ts';

export type Channel = Schemas['Channel'];
export type Kind = keyof typeof CHANNEL_FORMS;

/** One entry of a channel's form. Secrets go to the server and never come back. */
export interface ChannelField {
  readonly name: string;
  readonly label: Sentence;
  readonly as: 'text' | 'number' | 'choice' | 'choices' | 'secret';
  readonly required?: true;
  readonly choices?: Readonly<Record<string, Sentence>> | 'events';
  readonly hint?: string;
  readonly made?: 'webhook-secret';
}

/** What each kind of channel needs, as its own file says it. The server checks every field again. */
export const KINDS: Readonly<Record<Kind, readonly ChannelField[]>> = CHANNEL_FORMS;

export const choicesOf = ({ choices = {} }: ChannelField): Readonly<Record<string, Sentence>> =>
  choices === 'events' ? EVENTS : choices;

export const freshSecret = (): string =>
  `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;

/** The fields of a form as the API takes them: settings that may be shown, and secrets; a secret left empty stays as it is, unless what it belongs to is gone. */
export const asChannel = (
  kind: Kind,
  name: string,
  given: Readonly<Record<string, unknown>>,
): { readonly settings: object; readonly secrets: Record<string, string> } => {
  const filled = KINDS[kind].filter(
    (field) => given[field.name] !== undefined && given[field.name] !== null && given[field.name] !== '',
  );
  const of = (secret: boolean) =>
    Object.fromEntries(
      filled.filter(({ as }) => (as === 'secret') === secret).map((field) => [field.name, given[field.name]]),
    );
  const gone: Record<string, string> = kind === 'mail' && !given['user'] ? { password: '' } : {};
  return { settings: { kind, name, ...of(false) }, secrets: { ...(of(true) as Record<string, string>), ...gone } };
};
