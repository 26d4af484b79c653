import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { refresh } from '../ask/keys.ts';

export type Border = Schemas['Borders']['borders'][number];

/** Where the regions lie; none where nobody imported their borders. */
export const useBorders = () =>
  useQuery({
    queryKey: ['borders'],
    queryFn: async () => (await answered(api.GET('/api/borders'))).borders,
    staleTime: Infinity, // who changes them is told of it live
  });

/** Lays the borders of a GeoJSON text in place of those before; null takes them away. */
export const useDrawBorders = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (geojson: string | null) =>
      geojson === null
        ? answered(api.DELETE('/api/borders'))
        : answered(api.PUT('/api/borders', { body: { geojson } })),
    onSuccess: () => refresh(client, ['borders']),
  });
};
