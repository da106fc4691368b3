/** The module that SystemJS makes for each AMD module, as webpack hands it over (webpack.config.ts, externals). */
declare module 'amd-module' {
  /** Address of this module.js, with its query string. */
  export const uri: string | undefined;
}

/** Where webpack's runtime fetches lazy chunks from. */
declare let __webpack_public_path__: string;
