import type { Question } from '../question.js';
import { ASKS, DENIES, FILLERS } from './words.js';

const COMMON = new Set(FILLERS);
const LONGEST = 8;
const PUNCTUATION = /[\s,，.。;；、!！:：~～…"'“”‘’()（）<>《》【】[\]]/;

/**
 * True if the parts of a text around an answer add nothing to it: particles, persons, words of the question itself.
 * 「我妈是…的」 is filler, 「…要什么材料」 is not.
 */
export const isFiller = (parts: readonly string[], item: Question, more: readonly string[] = []): boolean => {
  const question = `${item.ask}\n${item.label ?? ''}`;
  const isWord = (piece: string) => COMMON.has(piece) || more.includes(piece) || echoes(piece, question);
  return parts.every((part) => isMadeOf(part, isWord));
};

/** A word that asks or denies is never filler, not even where the question itself has it. */
const echoes = (piece: string, question: string): boolean =>
  piece.length > 1 && !ASKS.test(piece) && !DENIES.test(piece) && question.includes(piece);

/** True if a text can be cut into words of a kind and punctuation. */
function isMadeOf(text: string, isWord: (piece: string) => boolean): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reached.has(at)) continue;
    if (PUNCTUATION.test(text.charAt(at))) reached.add(at + 1);
    for (let end = at + 1; end <= Math.min(at + LONGEST, text.length); end += 1)
      if (isWord(text.slice(at, end))) reached.add(end);
  }
  return reached.has(text.length);
}

/** The text before and after a stretch of it. */
export const around = (text: string, { start, end }: { start: number; end: number }): string[] => [
  text.slice(0, start),
  text.slice(end),
];
