import { useEffect, useRef } from 'preact/hooks';
import { Ask } from './chat/ask.js';
import { Count } from './count/count.js';
import { useBill } from './count/use-bill.js';
import { Do } from './do/do.js';
import { Header } from './header.js';
import { remember } from './mine/history.js';
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
  const conversation = useConversation((exchange) => {
    remember(exchange, new Date());
    if (size.elder && isAsking(exchange)) go('do');
  });
  const bill = useBill();
  const flows = useFlows(view === 'do' || view === 'count');
  useSharedLink(conversation.say, go);
  useFocusOnChange(view);
  const begin = (flow: string, title: string) => {
    conversation.say({ text: `/start f_${flow}` }, title);
    go('do');
  };
  const askAgain = (text: string, shown: string) => {
    conversation.say({ text }, shown);
    go('ask');
  };
  return (
    <>
      <Header view={view} size={size} />
      <main>
        {view === 'ask' && <Ask conversation={conversation} size={size} toCard={() => go('do')} />}
        {view === 'do' && <Do conversation={conversation} flows={flows} begin={begin} />}
        {view === 'count' && <Count bill={bill} flows={flows} elder={size.elder} begin={begin} />}
        {view === 'mine' && <Mine again={askAgain} />}
      </main>
    </>
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
