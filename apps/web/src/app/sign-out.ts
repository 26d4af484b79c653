import { api } from '../ask/api.ts';

/** Ends the session and forgets what was loaded: the next person at this machine starts at the door. */
export const signOut = async (): Promise<void> => {
  await api.DELETE('/api/session').catch(() => undefined); // where the server is gone, there is no session left to end
  window.location.assign('/');
};
