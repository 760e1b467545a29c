const TELEGRAM = 'https://api.telegram.org';

/** More than a recording of a minute holds. */
const LARGEST_BYTES = 2_000_000;

/** Loads a file by the path `getFile` gave; rejects if it cannot be had or is too large. Its address holds the token: no error tells it. */
export type Load = (path: string, signal: AbortSignal) => Promise<Uint8Array>;

/** Files lie beside the Bot API's methods, at the same server. */
export function createLoad({ token, apiRoot = TELEGRAM }: { token: string; apiRoot?: string }): Load {
  return async (path, signal) => {
    const response = await fetch(`${apiRoot}/file/bot${token}/${encodeURI(path)}`, { signal }).catch(() => undefined);
    if (!response?.ok || !response.body) throw new Error('Telegram gave no file');
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      size += part.byteLength;
      if (size > LARGEST_BYTES) throw new Error('the file is too large');
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
}
