/** Wiring: what the executable does. */
export { pluginDefinition, pluginId } from './plugin-definition.ts';
export { serve } from './serve.ts';
export { runCommand } from './run-command.ts';
export { type OpenedStore, openStore } from './open-store.ts';
export { type Replay, replayFlights, type ReplayOptions } from './replay-flights.ts';
export { dayText, replayedDay } from './replayed-day.ts';
export type { Output } from './show.ts';
export { terminal } from './terminal.ts';
export { tableLines } from './table.ts';
export { type Installation, openView, parseViewArguments, type ViewRequest } from './view.ts';
