import type { Voice } from '../../dialogue/types.js';
import type { Tools } from './tools.js';
import type { Recording } from './update.js';

/** How Telegram's own recordings end; a transcriber tells the format by it. */
const OWN_NAME = 'voice.ogg';

/** A recording as the dialogue takes it: it is loaded only if it is wanted. */
export function voiceOf({ file_id, duration, file_size, file_name }: Recording, { api, load }: Tools): Voice {
  return {
    name: file_name ?? OWN_NAME,
    seconds: duration,
    bytes: file_size ?? 0,
    async load(signal) {
      const found = await api('getFile', { file_id }, { signal });
      if (!found.ok || found.result.file_path === undefined) throw new Error('Telegram knows no such file');
      return load(found.result.file_path, signal);
    },
  };
}
