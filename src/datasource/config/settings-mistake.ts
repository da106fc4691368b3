import { isContractError, parseSettings } from '../../../pkg/contract/index.ts';

/** What the back end would say of these settings; undefined when nothing. */
export function settingsMistake(jsonData: unknown): string | undefined {
  try {
    parseSettings(jsonData);
    return undefined;
  } catch (error) {
    if (isContractError(error)) {
      // The field stands beside the text: its place in the JSON says nothing more.
      return error.path === '' ? error.message : error.message.slice(error.path.length + 2);
    }
    throw error;
  }
}
