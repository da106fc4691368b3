/** SystemJS's record of this module.js, provided by webpack (.config/webpack/webpack.config.ts). */
declare const amdModule: {
  /** Its address, with the query string. */
  readonly uri: string | undefined;
};

/** Where webpack's runtime fetches lazy chunks from. */
declare let __webpack_public_path__: string;
