export * from './clock.ts';
export * from './names.ts';
export * from './run-clocks.ts';
export * from './rungs.ts';
