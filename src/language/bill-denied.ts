import type { AmountSlot } from './bill-amount-labels.js';
import { sentenceOf } from './bill-clause.js';
import type { Label } from './bill-labels.js';
import type { Span } from './bill-types.js';

/** What a bill can be without. */
const DENIABLE: readonly AmountSlot[] = ['ownFunded', 'deductible', 'overLimit', 'classB'];

const NOT_BEFORE =
  /(?<!有)(?:没有?|木有|无|免除?了?|免收|不收|不设|不存在|没啥|没什么|零|不用交|不用付|不要)(?:任何|什么|啥)?$/;
const NOT_AFTER =
  /^(?:费用?|药品?|部分|项目|的|都|也|线|是){0,3}(?:没有|木有|为零|是零|免了|免除|全免|为0(?![.\d])|是0(?![.\d])|不用再?交|不用付|一分没|(?:今年|已经?|就|再|早){0,2}(?:交过|交完|付过|付清|交够|交满|交齐|不用再?交)了?(?=[,。;]|$))(?!多少|过|超|扣|到)/;
const WITHOUT = /(?:不含|不包括|不带|不算|除了?|除去|除掉|刨去|刨掉|去掉|抛开)(?:任何)?$/;
const FIGURE_SOON = /^(?:的|部分|药|费|项目|那|有){0,2}¥?[\d一二三四五六七八九]/;
/** In 不含自费花了3万 the figure is not that of 自费. */
const SPENT = /花|用了|一共|总共|共计/;
const ASKED = /吗|么|[?]|有没有|是不是|对不对|为什么|为啥|怎么|凭什么/;

/** The stretch that says that the bill has nothing of the sort (没有自费, 起付线免了), unless it is asked whether. */
export function denied(text: string, label: Label<AmountSlot>): Span | undefined {
  if (!DENIABLE.includes(label.slot)) return undefined;
  const head = text.slice(Math.max(0, label.start - 6), label.start);
  const tail = text.slice(label.end, label.end + 12);
  const soon = FIGURE_SOON.test(tail) && !SPENT.test(text.slice(label.start, label.end));
  const without = soon ? undefined : WITHOUT.exec(head);
  const before = NOT_BEFORE.exec(head)?.[0] ?? without?.[0];
  const after = NOT_AFTER.exec(tail)?.[0];
  if ((before === undefined && after === undefined) || ASKED.test(near(text, label))) return undefined;
  return { start: label.start - (before ?? '').length, end: label.end + (after ?? '').length };
}

/** The clause of a label, up to a question mark that ends its sentence only if no comma is between. */
function near(text: string, label: Label<AmountSlot>): string {
  const sentence = sentenceOf(text, label);
  const at = sentence.indexOf(text.slice(label.start, label.end));
  const from = sentence.lastIndexOf(',', at) + 1;
  const to = sentence.indexOf(',', at);
  return sentence.slice(from, to < 0 ? undefined : to);
}
