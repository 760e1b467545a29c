const ID = /^[a-z0-9_]{1,60}$/;

/** What a link to this page points at, and what to say to get it. */
export type SharedLink = { readonly is: 'entry' | 'flow'; readonly id: string; readonly command: string };

/** Reads `?e=<entry>` or `?f=<flow>`; undefined if the address names neither. */
export function sharedLink(search: string): SharedLink | undefined {
  const query = new URLSearchParams(search);
  for (const is of ['entry', 'flow'] as const) {
    const letter = is.charAt(0);
    const id = query.get(letter) ?? '';
    if (ID.test(id)) return { is, id, command: `/start ${letter}_${id}` };
  }
  return undefined;
}

/** The address that opens one answer or one task on this server. */
export const linkTo = (is: SharedLink['is'], id: string): string =>
  `${location.origin}${location.pathname}?${is.charAt(0)}=${id}`;
