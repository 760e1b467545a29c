import type { Content } from '../../../src/content/content.js';
import { type Flow, flowSchema } from '../../../src/flows/flow.js';

/** The content after an author's evening: every flow asks one question more, and its first choice has one answer less. */
export const editedContent = (content: Content): Content => ({
  ...content,
  flows: new Map([...content.flows].map(([id, flow]) => [id, edited(flow)])),
});

const ADDED = { id: 'asked_since', type: 'yesno', label: '新加的问题', ask: '新加的这一步，是吗？', is: 'question' };

function edited(flow: Flow): Flow {
  const at = flow.items.findIndex((item) => item.is === 'question' && item.type === 'choice');
  const items = flow.items.map((item, i) =>
    i === at && item.is === 'question' && item.type === 'choice'
      ? { ...item, choices: item.choices.slice(0, -1) }
      : item,
  );
  const [added] = flowSchema.shape.items.parse([ADDED]);
  return { ...flow, items: [...items.slice(0, 1), ...(added ? [added] : []), ...items.slice(1)] };
}
