import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { refresh } from '../ask/keys.ts';

export type Layout = Schemas['Layouts']['layouts'][number];

/** The bureau's own forms of exports. */
export const useLayouts = () =>
  useQuery({
    queryKey: ['layouts'],
    queryFn: () => answered(api.GET('/api/layouts')),
    staleTime: Infinity, // who changes them is told of it live
  });

export const useRemoveLayout = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answered(api.DELETE('/api/layouts/{name}', { params: { path: { name } } })),
    onSuccess: () => refresh(client, ['layouts']),
  });
};
