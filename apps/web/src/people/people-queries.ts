import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../ask/api.ts';
import { refresh } from '../ask/keys.ts';

export type Account = Schemas['Account'];

export const useAccounts = () =>
  useQuery({ queryKey: ['accounts'], queryFn: () => answered(api.GET('/api/accounts')) });

/** Roles with their names and what each may do; changes with the server only. */
export const useRoles = () =>
  useQuery({
    queryKey: ['catalogue', 'roles'],
    queryFn: () => answered(api.GET('/api/session/roles')),
    staleTime: Infinity,
  }).data;

export const useTokens = () => useQuery({ queryKey: ['tokens'], queryFn: () => answered(api.GET('/api/tokens')) });

/** The commands of the organisation with the fields of their forms; asked once. */
export const useOrganisationCommands = () =>
  useQuery({
    queryKey: ['catalogue', 'organisation'],
    queryFn: () => answered(api.GET('/api/organisation/commands')),
    staleTime: Infinity,
  }).data?.commands ?? [];

/** What is done to an account at the press of a button. */
export const useAccountActions = () => {
  const client = useQueryClient();
  const onSuccess = () => refresh(client, ['accounts']);
  const at = ({ id }: Account) => ({ params: { path: { id } } });
  return {
    unlock: useMutation({
      mutationFn: (account: Account) => answered(api.POST('/api/accounts/{id}/unlock', at(account))),
      onSuccess,
    }),
    reset: useMutation({
      mutationFn: (account: Account) => answered(api.POST('/api/accounts/{id}/password', at(account))),
      onSuccess,
    }),
    enable: useMutation({
      mutationFn: ({ account, disabled }: { account: Account; disabled: boolean }) =>
        answered(
          api.PUT('/api/accounts/{id}', {
            ...at(account),
            body: {
              name: account.name,
              roles: account.roles,
              scope: account.scope,
              units: account.units,
              ...(account.unit === null ? {} : { unit: account.unit }),
              disabled,
            },
          }),
        ),
      onSuccess,
    }),
  };
};
