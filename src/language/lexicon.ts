/** A word of the glossary found in a text: `id` is the concept it stands for. */
export type Spot = { readonly id: string; readonly form: string; readonly start: number; readonly end: number };

/** Finds the words of a list in a text. */
export type Lexicon = (text: string) => Spot[];

/**
 * Builds a finder of many words: longest first, from the left, never overlapping.
 * @param forms pairs of a written form and the concept it stands for
 */
export function createLexicon(forms: Iterable<readonly [form: string, id: string]>): Lexicon {
  const byFirst = new Map<string, { form: string; id: string }[]>();
  for (const [form, id] of forms) {
    const first = form.charAt(0);
    const list = byFirst.get(first) ?? [];
    list.push({ form, id });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.form.length - a.form.length);
  return (text) => {
    const spots: Spot[] = [];
    for (let at = 0; at < text.length; ) {
      const found = byFirst.get(text.charAt(at))?.find(({ form }) => text.startsWith(form, at));
      if (found) spots.push({ ...found, start: at, end: at + found.form.length });
      at += found?.form.length ?? 1;
    }
    return spots;
  };
}
