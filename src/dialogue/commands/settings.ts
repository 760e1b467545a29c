import type { Draft, Turn } from '../context.js';
import { ownerOf, personOf, SELF } from '../guided/people.js';
import { newSession } from '../session.js';
import { wording } from '../wording.js';

const say = wording.commands;
const INSURED = 'insured_region';

/** What is remembered of oneself and how replies come, with buttons to change it. `before` is said first. */
export function settings(turn: Turn, before = ''): Draft {
  const { session, tools, tag } = turn;
  const insured = personOf(turn, SELF)?.remembered[INSURED] ?? ownInFrame(turn);
  const { short } = session.settings;
  const lines = [
    before,
    insured === undefined ? say.noRegion : say.region(tools.language.nameOf(insured)),
    short ? say.shortOn : say.shortOff,
    say.largeText,
  ];
  return {
    status: 'smalltalk',
    alone: true,
    text: lines.filter((line) => line !== '').join('\n'),
    choices: [
      { press: `c:short.${short ? 'off' : 'on'}:${tag}`, label: short ? say.makeLong : say.makeShort },
      ...(insured === undefined ? [] : [{ press: `c:noregion:${tag}`, label: say.dropRegion }]),
    ],
  };
}

/** The insured region talked of, unless it was told of somebody else. */
function ownInFrame(turn: Turn): string | undefined {
  const code = turn.session.frame.insured?.code;
  return code !== undefined && ownerOf(INSURED, code, turn) === undefined ? code : undefined;
}

/** Turns short replies on or off. */
export function setShort(short: boolean, turn: Turn): Draft {
  turn.session.settings = { ...turn.session.settings, short };
  return settings(turn, say.set);
}

/** One's own insured region is no longer taken for granted; those of others stay. */
export function dropRegion(turn: Turn): Draft {
  const { session } = turn;
  const { insured: _, ...frame } = session.frame;
  session.frame = frame;
  const self = personOf(turn, SELF);
  if (self) {
    const { [INSURED]: _, ...remembered } = self.remembered;
    self.remembered = remembered;
  }
  return settings(turn, say.set);
}

/** Asks before everything is deleted. */
export const askForget = ({ tag }: Turn): Draft => ({
  status: 'smalltalk',
  alone: true,
  text: say.forgetAsk,
  choices: [
    { press: `c:forget:${tag}`, label: say.forgetYes },
    { press: `c:stay:${tag}`, label: say.forgetNo },
  ],
});

/** Everything kept of this user is gone; whoever keeps the session must delete it. */
export function forget({ session }: Turn): Draft {
  Object.assign(session, { last: undefined, folded: undefined, ...newSession() });
  return { status: 'smalltalk', text: wording.forgot, forget: true };
}
