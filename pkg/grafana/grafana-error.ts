/** What kept a plugin from being served or from being asked. */
export type GrafanaErrorCode =
  'option' | 'cookie' | 'host' | 'listen' | 'route' | 'start' | 'handshake' | 'call' | 'decode';

export class GrafanaError extends Error {
  readonly code: GrafanaErrorCode;

  constructor(code: GrafanaErrorCode, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = 'GrafanaError';
    this.code = code;
  }
}
