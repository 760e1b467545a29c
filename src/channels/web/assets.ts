import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The built page; src/channels/web and dist/channels/web lie equally deep, so tsx and dist both find it. */
const BUILT = new URL('../../../dist/page/', import.meta.url);

const NAME = '异地就医助手';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** A file of the page. `zipped`: made once, for those who take it. */
export type Asset = {
  readonly path: string;
  readonly type: string;
  readonly body: string;
  readonly zipped: Uint8Array<ArrayBuffer>;
};

const asset = (path: string, type: string, body: string): Asset => ({ path, type, body, zipped: gzipSync(body) });

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * Reads the page's files once: a fixed list, so no path of a request ever reaches the disk. `title` stands in the page instead of
 * 异地就医助手. Rejects with what to do if the page was not built.
 */
export async function loadAssets(title = NAME): Promise<readonly Asset[]> {
  const files = await readdir(BUILT).catch((cause) => {
    throw new Error(`cannot read ${fileURLToPath(BUILT)}: the web page is not built; run npm run build`, { cause });
  });
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, BUILT), 'utf8');
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return file === 'index.html'
        ? asset(
            '/',
            type,
            text.replaceAll(NAME, () => escapeHtml(title)),
          )
        : asset(`/${file}`, type, text);
    }),
  );
}
