import type { Place } from './gazetteer.js';
import { CARE, type Cue, INSURED, VOID } from './place-cues.js';

/** One place in a text and how strongly (0–5) the words around it make it 参保地 or 就医地. */
export type Mention = { readonly place: Place; readonly insured: number; readonly care: number };

type Judged = Mention & { readonly mistaken: boolean };

/** The mentions of a folded text that count: those named by mistake are left out, lists share their cues. */
export function mentionsOf(text: string, places: readonly Place[]): readonly Mention[] {
  const judged = places.map((place, at) => judge(place, around(text, places, at)));
  return share(
    inherit(judged).filter((mention) => !mention.mistaken),
    text,
  );
}

const REACH = 24;
const SENTENCE = /[。!?;\n！？；]/;

/** The sentence around a place, with `◆` for it and `◇` for the others. */
function around(text: string, places: readonly Place[], at: number): string {
  const clean = (from: number, to: number) =>
    text
      .slice(from, to)
      .replace(/[◆◇]/g, ' ')
      .replace(/[，、]/g, ',');
  const near = [places[at - 2], places[at - 1], places[at], places[at + 1], places[at + 2]];
  const known = near.filter((place) => place !== undefined);
  const marked = known.map((place, i) => {
    const from = i === 0 ? Math.max(0, place.start - REACH) : (known[i - 1]?.end ?? 0);
    return clean(from, place.start) + (place === places[at] ? '◆' : '◇');
  });
  const last = known.at(-1)?.end ?? 0;
  const [before = '', after = ''] = (marked.join('') + clean(last, last + REACH)).split('◆');
  return `${before.slice(-REACH).split(SENTENCE).at(-1) ?? ''}◆${after.slice(0, REACH).split(SENTENCE)[0] ?? ''}`;
}

const strongest = (cues: readonly Cue[], window: string): number =>
  cues.reduce((best, { pattern, weight }) => (weight > best && pattern.test(window) ? weight : best), 0);

function judge(place: Place, window: string): Judged {
  const insured = strongest(INSURED, window);
  const care = strongest(CARE, window);
  const explained = insured === 5 || (insured === 4 && care < 4); // 在北京上班交社保: the stay explains the insurance
  return { place, insured, care: explained ? 0 : care, mistaken: VOID.some((pattern) => pattern.test(window)) };
}

/** What was said of a place named by mistake is said of the next one: 去的不是北京是天津. */
function inherit(mentions: readonly Judged[]): readonly Judged[] {
  return mentions.map((mention, i) => {
    const previous = mentions[i - 1];
    const silent = mention.insured < 2 && mention.care < 2;
    if (!previous?.mistaken || mention.mistaken || !silent) return mention;
    return { ...mention, insured: previous.insured, care: previous.care };
  });
}

const LIST = /^(?:市|省)? ?(?:、|和|或|或者|还是|跟|与|及|以及|\/|,?还有) ?(?:去|到|在)?$/;

/** True if two mentions stand beside each other in a list: 北京和上海. */
export const isListed = (text: string, left: Mention | undefined, right: Mention | undefined): boolean =>
  left !== undefined && right !== undefined && LIST.test(text.slice(left.place.end, right.place.start));

/** A cue said once for a list holds for both: 北京和上海的医院. */
function share(mentions: readonly Mention[], text: string): readonly Mention[] {
  return mentions.map((mention, i) => {
    const before = isListed(text, mentions[i - 1], mention) ? mentions[i - 1] : undefined;
    const after = isListed(text, mention, mentions[i + 1]) ? mentions[i + 1] : undefined;
    const insured = Math.max(mention.insured, before?.insured ?? 0, after?.insured ?? 0);
    return { ...mention, insured, care: Math.max(mention.care, before?.care ?? 0, after?.care ?? 0) };
  });
}
