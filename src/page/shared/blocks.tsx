import type { WebReply } from '../../channels/web/contract.js';
import { Payers } from './payers.js';

type Block = WebReply['blocks'][number];

/** What a reply says, part by part. Every text is set as text, never as markup. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, i) => (
      <Part key={i} block={block} />
    ))}
  </>
);

function Part({ block }: { block: Block }) {
  if ('steps' in block)
    return (
      <ol>
        {block.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    );
  if ('working' in block)
    return (
      <>
        <dl class="working">
          {block.working.map(({ id, label, working, value }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd class="value">{value}</dd>
              {working !== '' && <dd>{working}</dd>}
            </div>
          ))}
        </dl>
        <Payers lines={block.working} />
      </>
    );
  return <p class="text">{block.text}</p>;
}
