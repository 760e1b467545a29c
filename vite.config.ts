import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, runnerImport } from 'vite';

const path = (place: string): string => fileURLToPath(new URL(place, import.meta.url));

const jsx = { runtime: 'automatic', importSource: 'preact' } as const;

/** The page as it first looks stands in the HTML: it is read before any script has come, and without scripts at all. */
const firstLook: Plugin = {
  name: 'first-look',
  async transformIndexHtml(html) {
    const { module } = await runnerImport<{ firstLook: () => string }>(path('src/page/first-look.tsx'), {
      configFile: false,
      oxc: { jsx },
    });
    return html.replace('<!-- first look -->', () => module.firstLook());
  },
};

/** The mini-program: src/page becomes dist/page, a few files with fixed names that the web channel reads at its start. */
export default defineConfig({
  root: path('src/page'),
  oxc: { jsx },
  plugins: [firstLook],
  build: {
    // What the browsers inside apps on phones of 2020 can read.
    target: 'es2020',
    outDir: path('dist/page'),
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { entryFileNames: 'page.js', chunkFileNames: 'part-[name].js', assetFileNames: 'page[extname]' },
    },
  },
});
