import { fold } from '../language/fold.js';
import { mask } from '../language/mask.js';
import type { Draft, Turn } from './context.js';
import { LONGEST_MESSAGE } from './steps/guard.js';
import type { Voice } from './types.js';
import { wording } from './wording.js';

const say = wording.voice;

/** A question is a sentence or two; a longer recording costs more than it tells. */
const LONGEST_SECONDS = 60;
const LARGEST_BYTES = 2_000_000;
/** Loading and listening together: sooner than a channel stops waiting, and than a program that is told to end. */
const PATIENCE_MS = 8_000;

const TAIL = '[吧了啊呀哦呢的嘛]{0,2}[,，。.!！~👍👌🙏 ]*$';
const YES = new RegExp(
  `^(?:(?:是|对|嗯|恩|好|行|可以|没错|没问题|正确|确认|听对|就问这个|就是这个?|ok|yes|👍|👌)[的了滴]?[,，。! ]*)+${TAIL}`,
  'u',
);
const NO = new RegExp(`^(?:不是|不对|没听对|没对|听错|错|不正确|不|没有|no)[的了]?${TAIL}`, 'u');
/** A yes or a no is short; anything longer is something else. */
const LONGEST_REPLY = 40;
const BUTTON = /^c:(heard|misheard)\.(\w+):(\w+)$/;
const PLACEHOLDER = /〔[^〕]*〕/g;

/** A turn with what is said in it as text, or what there is to say of it before that counts. */
export type AsSaid = { readonly turn: Turn; readonly draft?: Draft };

/**
 * A recording is written down and shown; only when its words are confirmed, by button, in writing or by voice, are they taken
 * as said. Danger is heeded at once. What is neither yes nor no is a message of its own, and the words are dropped.
 */
export async function asSaid(turn: Turn): Promise<AsSaid> {
  const { message, user, at } = turn.incoming;
  if ('press' in message) return pressed(message.press, turn);
  if ('text' in message) return answered(message.text, turn) ?? { turn };
  // Who asks too fast is told so by the first step, and nothing is loaded.
  return (await turn.tools.allow(user, at)) ? listened(message.voice, turn) : { turn };
}

function pressed(press: string, turn: Turn): AsSaid {
  const { session, tag } = turn;
  const [, act, mark, owner] = BUTTON.exec(press) ?? [];
  const { spoken } = session;
  if (act !== undefined && owner === tag && spoken?.mark !== mark)
    return { turn, draft: { ...told(say.over), stale: true } };
  session.spoken = undefined;
  if (act === undefined || owner !== tag || !spoken) return { turn };
  return act === 'heard' ? { turn: typed(spoken.words, turn) } : { turn, draft: told(say.again) };
}

/** A text as the answer to whether the words were heard right; undefined if it is none. */
function answered(text: string, turn: Turn): AsSaid | undefined {
  const { session } = turn;
  const { spoken } = session;
  session.spoken = undefined;
  if (!spoken) return undefined;
  const said = fold(text);
  if (said.length > LONGEST_REPLY) return undefined;
  if (YES.test(said)) return { turn: typed(spoken.words, turn) };
  return NO.test(said) ? { turn, draft: told(say.again) } : undefined;
}

async function listened(voice: Voice, turn: Turn): Promise<AsSaid> {
  if (!turn.tools.transcribe) return { turn, draft: told(say.none) };
  if (voice.seconds > LONGEST_SECONDS || voice.bytes > LARGEST_BYTES)
    return { turn, draft: told(say.tooLong(LONGEST_SECONDS)) };
  const words = await wordsOf(voice, turn);
  if (words === undefined) return { turn, draft: told(say.failed) };
  if (words === '') return { turn, draft: told(say.silence) };
  if (words.length > LONGEST_MESSAGE) return { turn, draft: told(wording.tooLong(LONGEST_MESSAGE)) };
  return answered(words, turn) ?? shown(words, turn);
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

function shown(words: string, turn: Turn): AsSaid {
  const { text, found } = mask(words);
  const { language, watch } = turn.tools;
  if (watch(language.hear(text).text)?.status === 'emergency') return { turn: typed(words, turn) };
  if (text.replace(PLACEHOLDER, '').trim() === '') return { turn, draft: told(wording.masked) };
  const mark = turn.incoming.at.getTime().toString(36);
  turn.session.spoken = { words: text, mark };
  const choices = [
    { press: `c:heard.${mark}:${turn.tag}`, label: say.yes },
    { press: `c:misheard.${mark}:${turn.tag}`, label: say.no },
  ];
  return { turn, draft: { ...told(say.heard(text, found.length > 0 ? wording.maskedNote : '')), choices } };
}

const typed = (text: string, turn: Turn): Turn => ({ ...turn, incoming: { ...turn.incoming, message: { text } } });

const told = (text: string): Draft => ({ status: 'clarify', text, alone: true });
