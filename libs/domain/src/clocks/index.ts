export { type Clock, type ClockState, colourOf, daysLateOn, type Worst, worstOn } from './clock.ts';
export { CLOCK_NAMES, type ClockName } from './names.ts';
export { moved } from './pauses.ts';
export { runClocks, runningClocks } from './run-clocks.ts';
export { type DatedRung, rungsOf } from './rungs.ts';
