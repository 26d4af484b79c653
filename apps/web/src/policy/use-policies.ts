import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../ask/api.ts';
import { useSession } from '../app/known-to-all.ts';

/** Versions, drafts and the calendar, as they stand. */
export const usePolicies = () => useQuery({ queryKey: ['policy'], queryFn: () => answered(api.GET('/api/policy')) });
export const useKeepsPolicy = (): boolean => useSession().data?.permissions.includes('keep-policy') ?? false;
