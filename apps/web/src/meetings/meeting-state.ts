import type { Stood } from '../parts/standing.tsx';

/** One project on the agenda, as the list stood when it was frozen. */
export type AgendaItem = { readonly project: string; readonly name: string; readonly reason?: string } & Stood;

/** What a meeting knows of itself, in the shape that the server keeps. */
export interface KnownMeeting {
  readonly plannedOn: string;
  readonly heldOn: string | null;
  readonly agenda: { readonly items: readonly AgendaItem[]; readonly asOf: string } | null;
  readonly tasks: readonly {
    readonly task: string;
    readonly state: string;
    readonly text: string;
    readonly project?: string | null;
    readonly unit: string | null;
    readonly due: string;
  }[];
}

export const meetingOf = (known: Readonly<Record<string, unknown>>): KnownMeeting => ({
  plannedOn: known['plannedOn'] as string,
  heldOn: known['heldOn'] as string | null,
  agenda: known['agenda'] as KnownMeeting['agenda'],
  tasks: known['tasks'] as KnownMeeting['tasks'],
});
