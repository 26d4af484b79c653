import type { QueryClient } from '@tanstack/react-query';

/**
 * The subjects under which answers are kept, each the first part of a query's key. Commands say which subjects they touch;
 * what nobody touched is not asked for again.
 */
export type Subject =
  | 'session'
  | 'lists' // their names
  | 'list' // their rows
  | 'views' // saved ones
  | 'layouts' // of exports
  | 'borders' // of regions
  | 'search'
  | 'project' // state, explanation, history, checklist of one project
  | 'catalogue' // commands and kinds of matters: changes with the server only
  | 'organisation'
  | 'matter'
  | 'matters'
  | 'inbox'
  | 'reminders'
  | 'leader'
  | 'forward'
  | 'checklist'
  | 'policy'
  | 'definitions'
  | 'channels'
  | 'accounts'
  | 'tokens'
  | 'imports'; // those finished so far;

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

/** Asks again for what was touched. */
export const refresh = async (client: QueryClient, touched: readonly Subject[]): Promise<void> => {
  await Promise.all(touched.map((subject) => client.invalidateQueries({ queryKey: [subject] })));
};
