const WORD = /[a-z]+|\d+(?:\.\d+)?/g;
const HAN = /\p{Script=Han}+/gu;

const NUMBER = 1.5;
const CHARACTER = 0.8;
const PAIR = 1;
const CONCEPT = 1.6;

/** Characters, pairs of characters, numbers, Latin words and concepts of a text, with how much each weighs. */
export function tokensOf(text: string, concepts: readonly string[]): Map<string, number> {
  const tokens = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) tokens.set(word, NUMBER);
  for (const [run] of text.matchAll(HAN)) {
    let previous = '';
    for (const character of run) {
      tokens.set(character, CHARACTER);
      if (previous !== '') tokens.set(previous + character, PAIR);
      previous = character;
    }
  }
  for (const concept of concepts) tokens.set(`#${concept}`, CONCEPT);
  return tokens;
}
