import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../ask/api.ts';

/** Every version of every definition, and the drafts. */
export const useDefinitions = () =>
  useQuery({
    queryKey: ['definitions'],
    queryFn: () => answered(api.GET('/api/definitions')),
    staleTime: 60_000,
  });
