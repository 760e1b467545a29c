import type { WebFlow, WebReply } from '../../channels/web/contract.js';
import { Blocks } from '../shared/blocks.js';
import { Buttons } from '../shared/buttons.js';
import { Basis, Validity } from '../shared/sources.js';
import { Takeaway } from '../shared/takeaway.js';
import type { Exchange, Say } from '../shared/use-conversation.js';
import { wording } from '../wording.js';
import { type Headed, headed } from './head.js';
import { isSteering } from './task.js';
import { Typed } from './typed.js';
import { Where } from './where.js';

type Props = { exchange: Exchange; reply: WebReply; title: string; say: Say; flows: readonly WebFlow[] };

const words = wording.do;

/** A button that answers the question; all others steer, or lead elsewhere. */
const isAnswer = ({ press }: WebReply['choices'][number]): boolean => press.startsWith('a:');

/** One step of a task: where one is, what is asked, the answers, the way back and out. */
export function Step({ exchange, reply, title, say, flows }: Props) {
  const { first, rest } = parted(reply);
  const answers = reply.choices.filter(isAnswer);
  const others = reply.choices.filter((choice) => !isAnswer(choice));
  const question = questionOf(reply, flows);
  return (
    <article class="card step">
      {first && <Where {...first} open={reply.open} flows={flows} />}
      {first ? <Question {...first} /> : <h2 tabIndex={-1}>{headingOf(exchange, title)}</h2>}
      <Blocks blocks={rest} />
      <Buttons class="choices" label={words.answers} choices={answers} say={say} />
      {question && <Typed type={question.type} alone={answers.length === 0} say={say} />}
      <Buttons class="actions" label={words.others} choices={others} say={say} />
      <Takeaway files={reply.files} />
      <Validity reply={reply} />
      <Basis sources={reply.sources} />
      <Buttons class="actions" label={wording.reply.actions} choices={reply.actions} say={say} />
    </article>
  );
}

/** What is no question goes by its task; what a button led to elsewhere goes by that button. */
const headingOf = ({ body, shown }: Exchange, title: string): string =>
  'press' in body && !isSteering(body) ? shown : title || shown;

/** The question of a reply that is one, apart from everything else it says. */
function parted({ blocks, open }: WebReply): { first: Headed | undefined; rest: WebReply['blocks'] } {
  const heads = blocks.map((block) => (open !== null && 'text' in block ? headed(block.text) : undefined));
  const at = heads.map((head) => head !== undefined).lastIndexOf(true);
  const first = heads[at];
  return { first, rest: blocks.filter((_, i) => i !== at) };
}

const Question = ({ before, ask, help }: Headed) => (
  <>
    {before !== '' && <p class="text before">{before}</p>}
    <h2 tabIndex={-1}>{ask}</h2>
    {help !== '' && <p class="text help">{help}</p>}
  </>
);

/** The open question if it wants more than a choice. */
function questionOf({ open }: WebReply, flows: readonly WebFlow[]) {
  const flow = flows.find((one) => one.flow === open?.flow);
  const question = flow?.questions.find(({ slot }) => slot === open?.slot);
  return question && question.type !== 'choice' && question.type !== 'yesno' ? question : undefined;
}
