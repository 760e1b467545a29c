import type { Draft, Turn } from '../context.js';
import { wording } from '../wording.js';

/** The longest message that is looked at, in characters. */
export const LONGEST_MESSAGE = 1000;

const PLACEHOLDER = /〔[^〕]*〕/g;

/** Stops what cannot be answered as it came: nothing, too much, or only a personal number. */
export function guard({ incoming, text, masked, heard }: Turn): Draft | undefined {
  if ('press' in incoming.message) return undefined;
  if (text.length > LONGEST_MESSAGE) return { status: 'guarded_length', text: wording.tooLong(LONGEST_MESSAGE) };
  const rest = heard.text.replace(PLACEHOLDER, '').replace(/[^\p{L}\p{N}]/gu, '');
  if (masked && rest.length < 6) return { status: 'guarded_personal_data', text: wording.masked };
  return rest === '' ? { status: 'clarify', text: wording.empty } : undefined;
}
