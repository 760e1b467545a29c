import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The package's `public/`; src/channels/web and dist/channels/web lie equally deep, so tsx and dist both find it. */
const PUBLIC = new URL('../../../public/', import.meta.url);

const NAME = '异地就医助手';

const SCRIPT = 'text/javascript; charset=utf-8';

/** Every file that is served, by its path: a fixed list, so no path of a request ever reaches the disk. */
const FILES = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/page.css', file: 'page.css', type: 'text/css; charset=utf-8' },
  { path: '/size.js', file: 'size.js', type: SCRIPT },
  { path: '/page.js', file: 'page.js', type: SCRIPT },
  { path: '/answer.js', file: 'answer.js', type: SCRIPT },
  { path: '/post.js', file: 'post.js', type: SCRIPT },
] as const;

export type Asset = { readonly path: string; readonly type: string; readonly body: string };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

async function readPublic(file: string): Promise<string> {
  const url = new URL(file, PUBLIC);
  try {
    return await readFile(url, 'utf8');
  } catch (cause) {
    throw new Error(`cannot read ${fileURLToPath(url)}: the web page's files belong in public/ of the package`, {
      cause,
    });
  }
}

/** Reads the page's files once; `title` stands in the page instead of 异地就医助手. */
export function loadAssets(title = NAME): Promise<readonly Asset[]> {
  return Promise.all(
    FILES.map(async ({ path, file, type }) => {
      const text = await readPublic(file);
      return { path, type, body: path === '/' ? text.replaceAll(NAME, () => escapeHtml(title)) : text };
    }),
  );
}
