import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { timeAsked, type Time } from '../parts/time.ts';

const at = (id: string, time: Time) => ({ params: { path: { id }, query: timeAsked(time) } });

/** A project as it stands, or stood, and what may be done with it. */
export const useProject = (id: string, time: Time) =>
  useQuery({
    queryKey: ['project', id, 'state', time],
    queryFn: () => answered(api.GET('/api/projects/{id}', at(id, time))),
  });

/** Why it has its colour. */
export const useExplanation = (id: string, time: Time) =>
  useQuery({
    queryKey: ['project', id, 'explanation', time],
    queryFn: () => answered(api.GET('/api/projects/{id}/explain', at(id, time))),
  });

/** Everything that was recorded of it, up to the instant that is looked at. */
export const useHistory = (id: string, { asKnown }: Time, asked = true) =>
  useQuery({
    queryKey: ['project', id, 'history', asKnown],
    queryFn: () =>
      answered(
        api.GET('/api/projects/{id}/history', {
          params: { path: { id }, query: timeAsked({ asOf: null, asKnown }) },
        }),
      ),
    enabled: asked,
  });

const NOTHING_YET: Schemas['CommandCatalogue'] = { commands: [], facts: [] };

/** The commands of projects with the fields of their forms, and what can be corrected of each fact; asked once. */
export const useProjectCommands = () =>
  useQuery({
    queryKey: ['catalogue', 'commands'],
    queryFn: () => answered(api.GET('/api/commands')),
    staleTime: Infinity,
  }).data ?? NOTHING_YET;
