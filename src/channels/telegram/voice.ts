import type { Voice } from '../../dialogue/types.js';
import type { Tools } from './tools.js';
import type { Recording } from './update.js';

/** A transcriber tells the format by the ending; the rest of a file's name is nobody's business. Telegram's own end so. */
const OWN_ENDING = 'ogg';
const ENDING = /\.([a-z0-9]{1,5})$/i;

/** A recording as the dialogue takes it: it is loaded only if it is wanted. */
export function voiceOf({ file_id, duration, file_size, file_name }: Recording, { api, load }: Tools): Voice {
  return {
    name: `voice.${ENDING.exec(file_name ?? '')?.[1]?.toLowerCase() ?? OWN_ENDING}`,
    seconds: duration,
    bytes: file_size ?? 0,
    async load(signal) {
      const found = await api('getFile', { file_id }, { signal });
      if (!found.ok || found.result.file_path === undefined) throw new Error('Telegram knows no such file');
      return load(found.result.file_path, signal);
    },
  };
}
