/** A dashboard and its plugins in a browser without Grafana: the server behind the page of src/view. */
export { type BackEnd, makeBackEnd } from './back-end.ts';
export { startView } from './start-view.ts';
export { ViewError, type ViewErrorCode } from './view-error.ts';
export type { View, ViewOptions } from './view-options.ts';
