import { renderToString } from 'preact-render-to-string';
import { App } from './app.js';

/** The page before any script has run, as HTML; the build puts it into index.html. */
export const firstLook = (): string => renderToString(<App />);
