import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { Ask } from './chat/ask.js';
import { Count } from './count/count.js';
import { useBill } from './count/use-bill.js';
import { Do } from './do/do.js';
import { useTask } from './do/use-task.js';
import { Header } from './header.js';
import { beginning, isBeginning, remember } from './mine/history.js';
import { Mine } from './mine/mine.js';
import { sharedLink } from './shared/link.js';
import { type Exchange, type Say, useConversation } from './shared/use-conversation.js';
import { useFlows } from './shared/use-flows.js';
import { useSize } from './shared/use-size.js';
import { useView, type View } from './shared/use-view.js';
import { wording } from './wording.js';

/** The whole page: its views share one conversation. */
export function App() {
  const size = useSize();
  const [view, go] = useView();
  const endedBy = useTask();
  const conversation = useConversation((exchange) => {
    remember(exchange, new Date(), endedBy(exchange));
    if (size.elder && isAsking(exchange)) go('do');
  });
  const bill = useBill();
  const flows = useFlows(view === 'do' || view === 'count');
  useSharedLink(conversation.say, go);
  useFocusOnChange(view);
  const begin = (flow: string, title: string) => {
    conversation.say({ text: beginning(flow) }, title);
    go('do');
  };
  const askAgain = (text: string, shown: string) => {
    conversation.say({ text }, shown);
    go(isBeginning(text) ? 'do' : 'ask');
  };
  // What is pressed while an answer is awaited is not said: it doesn't reach the button, so that it isn't ticked either.
  const still = (event: TargetedMouseEvent<HTMLElement>) => {
    if (conversation.waiting && isSaying(event.target)) event.stopPropagation();
  };
  return (
    <>
      <Header view={view} size={size} />
      <main onClickCapture={still}>
        <Whole key={view} goOn={view === 'count' ? bill.clear : undefined}>
          {view === 'ask' && <Ask conversation={conversation} size={size} toCard={() => go('do')} />}
          {view === 'do' && <Do conversation={conversation} flows={flows} begin={begin} />}
          {view === 'count' && <Count bill={bill} flows={flows} elder={size.elder} begin={begin} />}
          {view === 'mine' && <Mine again={askAgain} />}
        </Whole>
      </main>
    </>
  );
}

const isSaying = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.choices button, .actions button') !== null;

/** A view; one that cannot be shown says so instead of leaving the page blank. `goOn`: makes it whole again; else the page is loaded anew. */
function Whole({ children, goOn }: { children: ComponentChildren; goOn: (() => void) | undefined }) {
  const [error, retry] = useErrorBoundary();
  if (error === undefined) return children;
  const again = () => {
    if (!goOn) return location.reload();
    goOn();
    retry();
  };
  return (
    <section role="alert" class="card failed">
      <h2 tabIndex={-1}>{wording.broken.title}</h2>
      <p>{wording.broken.text}</p>
      <button type="button" class="primary" onClick={again}>
        {wording.broken.again}
      </button>
    </section>
  );
}

const isAsking = ({ outcome }: Exchange): boolean => outcome.is === 'answered' && outcome.reply.status === 'asking';

/** A link to one answer or one task is followed once; a reload doesn't follow it again. */
function useSharedLink(say: Say, go: (view: View) => void): void {
  useEffect(() => {
    const link = sharedLink(location.search);
    if (!link) return;
    history.replaceState(null, '', location.pathname + location.hash);
    if (link.is === 'flow') go('do');
    const entry = link.is === 'entry' ? link.id : undefined;
    say({ text: link.command }, entry === undefined ? wording.do.title : wording.ask.shared, entry);
  }, []);
}

/** Who goes to another view is put at its heading, so that a reader reads on from there. */
function useFocusOnChange(view: View): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current !== view) document.querySelector<HTMLElement>('main h2')?.focus();
    before.current = view;
  }, [view]);
}
