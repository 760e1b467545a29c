import { useState } from 'preact/hooks';
import type { WebFlow } from '../../channels/web/contract.js';
import { linkTo } from '../shared/link.js';
import { LinkBox } from '../shared/link-box.js';
import { NotFetched } from '../shared/not-fetched.js';
import type { Flows } from '../shared/use-flows.js';
import { wording } from '../wording.js';
import { unfinished } from './use-task.js';

type Props = { flows: Flows; begin: (flow: string, title: string) => void; resume: () => void };

const words = wording.do;

/** All guided tasks, one card each. */
export function FlowList({ flows, begin, resume }: Props) {
  const { list, failed, again } = flows;
  return (
    <section aria-labelledby="do-title">
      <h2 id="do-title" tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.intro}</p>
      <Unfinished title={unfinished()} resume={resume} />
      {failed && <NotFetched again={again} />}
      {list === undefined && !failed && <p role="status">{words.wait}</p>}
      <ul class="cards">
        {list?.map((one) => (
          <Task key={one.flow} {...one} begin={begin} />
        ))}
      </ul>
    </section>
  );
}

/** A task left open is gone on with where it stands: the server holds its answers, also after the page was loaded anew. */
function Unfinished({ title, resume }: { title: string } & Pick<Props, 'resume'>) {
  if (title === '') return null;
  return (
    <div class="card">
      <p>{words.unfinished(title)}</p>
      <button type="button" class="primary" onClick={resume}>
        {words.resume}
      </button>
    </div>
  );
}

function Task({ flow, title, summary, begin }: Pick<WebFlow, 'flow' | 'title' | 'summary'> & Pick<Props, 'begin'>) {
  const [shared, setShared] = useState(false);
  return (
    <li class="card">
      <h3>{title}</h3>
      <p>{summary}</p>
      <div class="pair">
        <button type="button" class="primary" aria-label={words.start(title)} onClick={() => begin(flow, title)}>
          {words.begin}
        </button>
        <button type="button" class="quiet" aria-label={words.shareStart(title)} onClick={() => setShared(!shared)}>
          {wording.share.open}
        </button>
      </div>
      {shared && <LinkBox link={linkTo('flow', flow)} />}
    </li>
  );
}
