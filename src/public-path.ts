// Chunks lie beside module.js wherever that was served from: a sub-path, a content delivery network.
import { uri } from 'amd-module';

if (uri !== undefined) {
  __webpack_public_path__ = uri.slice(0, uri.lastIndexOf('/') + 1);
}
