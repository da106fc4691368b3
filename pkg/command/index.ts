/** Wiring: what the executable does. */
export { pluginDefinition, pluginId } from './plugin-definition.ts';
export { serve } from './serve.ts';
