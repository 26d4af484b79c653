import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';

export type BoardDocument = Schemas['Boards']['boards'][number];

/** The boards in their latest versions, and the months frozen on them. */
export const useBoards = () =>
  useQuery({ queryKey: ['list', 'boards'], queryFn: () => answered(api.GET('/api/boards')) });
