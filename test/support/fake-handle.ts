import type { Handle, Incoming, Reply } from '../../src/dialogue/types.js';

const ACTIONS = [
  { press: 'a:human', label: '转人工' },
  { press: 'a:wrong', label: '这条不对' },
];

/** A reply with everything in its place; give what the test is about. */
export function fakeReply(given: Partial<Reply> = {}): Reply {
  return {
    status: 'answered_curated',
    blocks: [{ text: '好的。' }],
    choices: [],
    actions: ACTIONS,
    sources: [],
    files: [],
    open: null,
    region: null,
    on: '2026-11-22',
    checked: '2026-11-01',
    ...given,
  };
}

export type FakeHandle = {
  readonly handle: Handle;
  /** All that was handed in, in order. */
  readonly seen: readonly Incoming[];
};

type Answer = (said: string, incoming: Incoming) => Partial<Reply> | Promise<Partial<Reply>>;

/** A Handle that notes what it is given and answers by `answer`, which gets the text or the press; echoes without one. */
export function fakeHandle(answer: Answer = (said) => ({ blocks: [{ text: said }] })): FakeHandle {
  const seen: Incoming[] = [];
  const handle: Handle = async (incoming) => {
    seen.push(incoming);
    const { message } = incoming;
    const said = 'text' in message ? message.text : 'press' in message ? message.press : message.voice.name;
    return fakeReply(await answer(said, incoming));
  };
  return { handle, seen };
}
