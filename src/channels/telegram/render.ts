import type { Block, Reply } from '../../dialogue/types.js';
import type { Citation } from '../../policy/source.js';
import { type Button, keyboardOf } from './keyboard.js';
import type { Log, TelegramWording } from './options.js';
import { type Line, linesOf, span, toHtml, visible } from './rich.js';
import { pack } from './split.js';

/** One message to send: as HTML, and as plain text for when the HTML is refused. */
export type Outgoing = { readonly html: string; readonly text: string; readonly keyboard: readonly Button[][] };

const WEB_ADDRESS = /^https?:\/\/.{1,2000}$/i;

function blockLines(block: Block): Line[] {
  if ('text' in block) return linesOf(block.text.trim());
  if ('steps' in block) return block.steps.map((step, index) => [span(`${index + 1}. ${step}`)]);
  return block.working.map(({ label, working, value }) => [
    span(working === '' ? `${label}：` : `${label}：${working} = `),
    span(value, { tag: 'b' }),
  ]);
}

function sourceLine({ source, place }: Citation): Line {
  const title = source.title.includes('《') ? source.title : `《${source.title}》`;
  const link = source.url !== undefined && WEB_ADDRESS.test(source.url) ? { href: source.url } : {};
  return [span('· '), span(title, link), span(`${source.number ?? ''} ${place}`)];
}

function sourceLines(sources: readonly Citation[], heading: string): Line[] {
  const lines = new Map(sources.map((source) => sourceLine(source)).map((line) => [toHtml(line), line]));
  return lines.size === 0 ? [] : [[span(heading)], ...lines.values()];
}

/** Only a reply that states something holds for a place and a day; a greeting does not. */
function footerLines(reply: Reply, wording: TelegramWording): Line[] {
  if (reply.sources.length === 0 && !reply.blocks.some((block) => 'working' in block)) return [];
  const scope = wording.scope.replace('{region}', () => reply.region?.name ?? wording.nation);
  const parts = [scope.replace('{on}', () => reply.on)];
  if (reply.checked !== '') parts.push(wording.checked.replace('{checked}', () => reply.checked));
  return [[span(parts.join(' · '), { tag: 'i' })]];
}

const toMessages = (blocks: readonly (readonly Line[])[], keyboard: readonly Button[][]): Outgoing[] =>
  pack(blocks.filter((block) => block.length > 0)).map((spans, index, all) => ({
    html: toHtml(spans),
    text: visible(spans),
    keyboard: index === all.length - 1 ? keyboard : [],
  }));

/** A sentence of the channel's own as a message. */
export const renderSentence = (sentence: string, keyboard: readonly Button[][] = []): Outgoing[] =>
  toMessages([linesOf(sentence)], keyboard);

/** A reply as messages of at most 4,096 units, in order; the buttons stand under the last one. */
export function renderReply(reply: Reply, wording: TelegramWording, log: Log): Outgoing[] {
  const keyboard = keyboardOf(reply, log);
  const blocks = reply.blocks.map(blockLines);
  const said = blocks.some((lines) => lines.some((line) => visible(line).trim() !== ''));
  if (!said) {
    log({ event: 'telegram_reply_empty', code: reply.status });
    return renderSentence(wording.failed, keyboard);
  }
  return toMessages([...blocks, sourceLines(reply.sources, wording.sources), footerLines(reply, wording)], keyboard);
}
