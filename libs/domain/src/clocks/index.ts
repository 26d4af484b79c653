export * from './clock.ts';
export * from './names.ts';
export { moved } from './pauses.ts';
export * from './run-clocks.ts';
export * from './rungs.ts';
