import type { Size } from './shared/use-size.js';
import { VIEWS, type View } from './shared/use-view.js';
import { NAME, wording } from './wording.js';

/** The operator may have given the page another name: it stands in the document's title. */
const name = (): string => (typeof document === 'undefined' ? NAME : document.title);

/** Name, the switch for older people with the size of letters, and the way to the views. */
export function Header({ view, size }: { view: View; size: Size }) {
  return (
    <>
      <header>
        <h1>{name()}</h1>
        <button type="button" id="size" aria-pressed={size.elder} onClick={size.toggle}>
          {wording.size.elder}
        </button>
      </header>
      <nav aria-label={wording.nav.label}>
        {VIEWS.map((one) => (
          <a key={one} href={`#${one}`} aria-current={one === view ? 'page' : undefined}>
            {wording.nav[one]}
          </a>
        ))}
      </nav>
    </>
  );
}

/** For older people: makes all letters larger or smaller. */
export function Letters({ size }: { size: Size }) {
  if (!size.elder) return null;
  return (
    <fieldset class="letters">
      <legend class="unseen">{wording.size.group}</legend>
      <button type="button" disabled={size.larger === undefined} onClick={size.larger}>
        {wording.size.larger}
      </button>
      <button type="button" disabled={size.smaller === undefined} onClick={size.smaller}>
        {wording.size.smaller}
      </button>
    </fieldset>
  );
}
