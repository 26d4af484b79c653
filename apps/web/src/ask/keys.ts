import type { QueryClient } from '@tanstack/react-query';

/**
 * The subjects under which answers are kept, each the first part of a query's key. Commands say which subjects they touch;
 * what nobody touched is not asked for again.
 */
export const SUBJECTS = {
  session: 'session',
  lists: 'lists', // their names
  list: 'list', // their rows
  search: 'search',
  project: 'project', // state, explanation, history, checklist of one project
  catalogue: 'catalogue', // commands and kinds of matters: changes with the server only
  organisation: 'organisation',
  matter: 'matter',
  matters: 'matters',
  inbox: 'inbox',
  reminders: 'reminders',
  leader: 'leader',
  forward: 'forward',
  checklist: 'checklist',
  policy: 'policy',
  channels: 'channels',
  accounts: 'accounts',
  tokens: 'tokens',
  imports: 'imports', // those finished so far
} as const;
export type Subject = keyof typeof SUBJECTS;

/** What a fact of a project moves: its own pages, every list, and what is owed because of it. */
export const PROJECT_TOUCHES: readonly Subject[] = [
  'project',
  'list',
  'search',
  'checklist',
  'leader',
  'forward',
  'inbox',
  'reminders',
  'matters',
  'matter',
];

/** What a command of an order, an issue, a meeting, a scheduling list or a checklist moves. An issue tags its project. */
export const MATTER_TOUCHES: readonly Subject[] = PROJECT_TOUCHES;

/** Asks again for what was touched. */
export const refresh = async (client: QueryClient, touched: readonly Subject[]): Promise<void> => {
  await Promise.all(touched.map((subject) => client.invalidateQueries({ queryKey: [subject] })));
};
