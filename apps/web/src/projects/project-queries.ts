import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../ask/api.ts';

const at = (id: string, asOf: string | null) => ({ params: { path: { id }, query: asOf === null ? {} : { asOf } } });

/** A project as it stands, or stood on a day, and what may be done with it. */
export const useProject = (id: string, asOf: string | null) =>
  useQuery({
    queryKey: ['project', id, 'state', asOf],
    queryFn: () => answered(api.GET('/api/projects/{id}', at(id, asOf))),
  });

/** Why it has its colour. */
export const useExplanation = (id: string, asOf: string | null) =>
  useQuery({
    queryKey: ['project', id, 'explanation', asOf],
    queryFn: () => answered(api.GET('/api/projects/{id}/explain', at(id, asOf))),
  });

/** Everything that was recorded of it. */
export const useHistory = (id: string) =>
  useQuery({
    queryKey: ['project', id, 'history'],
    queryFn: () => answered(api.GET('/api/projects/{id}/history', { params: { path: { id } } })),
  });

/** The commands of projects with the fields of their forms; asked once. */
export const useProjectCommands = () =>
  useQuery({
    queryKey: ['catalogue', 'commands'],
    queryFn: () => answered(api.GET('/api/commands')),
    staleTime: Infinity,
  }).data?.commands ?? [];
