// Chunks lie beside module.js wherever that was served from: a sub-path, a content delivery network.
if (amdModule.uri !== undefined) {
  __webpack_public_path__ = amdModule.uri.slice(0, amdModule.uri.lastIndexOf('/') + 1);
}

export {};
