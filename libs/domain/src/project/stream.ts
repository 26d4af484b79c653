/** Streams of projects, by id. */
export const PROJECT_STREAMS = 'project-';
export const projectStream = (id: string): string => PROJECT_STREAMS + id;
export const projectIdOf = (stream: string): string => stream.slice(PROJECT_STREAMS.length);
