import type { Block, Choice, Reply, Status } from '../../dialogue/types.js';
import type { Citation } from '../../policy/source.js';

export type WebSource = {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly place: string;
  readonly url: string | null;
};

/** What the page is given for one turn. Texts are plain: the page sets them as text, so nothing is escaped here. */
export type WebReply = {
  readonly status: Status;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly actions: readonly Choice[];
  readonly sources: readonly WebSource[];
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly on: string;
  readonly checked: string;
  readonly files: Reply['files'];
  readonly open: Reply['open'];
};

/** A link only if it leads to the web: the schema of sources lets any scheme through, `javascript:` too. */
function webUrl(url: string | undefined): string | null {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : null;
}

function renderSource({ source, place }: Citation): WebSource {
  return { id: source.id, title: source.title, number: source.number ?? null, place, url: webUrl(source.url) };
}

/** Turns a reply into the JSON of `POST /api/turn`; fields that only the dialogue needs stay behind. */
export function renderReply(reply: Reply): WebReply {
  const { status, blocks, choices, actions, region, on, checked, files, open } = reply;
  return {
    status,
    blocks,
    choices,
    actions,
    sources: reply.sources.map(renderSource),
    region,
    on,
    checked,
    files,
    open,
  };
}
