import { mask } from '../../language/mask.js';
import type { Draft, Turn } from '../context.js';
import { withText } from '../new-turn.js';
import type { Voice } from '../types.js';
import { wording } from '../wording.js';
import { LONGEST_MESSAGE } from './guard.js';
import { refuse } from './refuse.js';

const say = wording.voice;

/** A question is a sentence or two; a longer recording costs more than it tells. */
const LONGEST_SECONDS = 60;
const LARGEST_BYTES = 2_000_000;
/** Loading and listening together, within the time a channel waits for a turn. */
const PATIENCE_MS = 15_000;

/** A recording is written down and shown: only when its words are confirmed are they taken as said. Danger is heeded at once. */
export async function voice(turn: Turn): Promise<Draft | undefined> {
  const { message } = turn.incoming;
  if (!('voice' in message)) return undefined;
  if (!turn.tools.transcribe) return told(say.none);
  if (message.voice.seconds > LONGEST_SECONDS || message.voice.bytes > LARGEST_BYTES)
    return told(say.tooLong(LONGEST_SECONDS));
  const words = await wordsOf(message.voice, turn);
  if (words === undefined) return told(say.failed);
  if (words === '') return told(say.silence);
  return words.length > LONGEST_MESSAGE ? told(wording.tooLong(LONGEST_MESSAGE)) : shown(words, turn);
}

/** The words of a recording; undefined if it could not be had or the service failed. */
async function wordsOf({ name, load }: Voice, { tools }: Turn): Promise<string | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    return (await tools.transcribe?.(await load(signal), name, signal))?.trim();
  } catch {
    return undefined;
  }
}

function shown(words: string, turn: Turn): Draft {
  const typed = withText({ ...turn, incoming: { ...turn.incoming, message: { text: words } } });
  const danger = turn.tools.watch(typed.heard.text)?.status === 'emergency' ? refuse(typed) : undefined;
  if (danger) return danger;
  const { text, found } = mask(words);
  turn.session.spoken = text;
  return {
    ...told(say.heard(text, found.length > 0 ? wording.maskedNote : '')),
    choices: [
      { press: `c:heard:${turn.tag}`, label: say.yes },
      { press: `c:misheard:${turn.tag}`, label: say.no },
    ],
  };
}

const told = (text: string): Draft => ({ status: 'clarify', text, alone: true });
