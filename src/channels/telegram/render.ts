import type { Block, Reply, Line as Step } from '../../dialogue/types.js';
import type { Citation } from '../../policy/source.js';
import { keyboardOf } from './keyboard.js';
import type { Log } from './log.js';
import type { TelegramWording } from './options.js';
import type { Button, Outgoing, PictureMessage, TextMessage } from './outgoing.js';
import { type Line, linesOf, span, toHtml, visible } from './rich.js';
import { pack } from './split.js';
import { tableOf } from './table.js';

/** What rendering needs beside the reply: the channel's sentences, the log, and our own name for links to us. */
export type Rendering = { readonly wording: TelegramWording; readonly log: Log; readonly username?: string };

const WEB_ADDRESS = /^https?:\/\/.{1,2000}$/i;
const MAX_CAPTION = 1_024;

/** A settlement: the amounts as a table, and how they came about below in small print. */
function workingLines(steps: readonly Step[]): Line[] {
  const table = tableOf(steps).map((row) => [span(row, { tag: 'pre' })]);
  const workings = steps
    .filter(({ working }) => working !== '')
    .map(({ label, working }) => [span(`${label}：${working}`, { tag: 'quote' })]);
  return [...table, ...workings];
}

function blockLines(block: Block): Line[] {
  if ('text' in block) return linesOf(block.text.trim());
  if ('steps' in block) return block.steps.map((step, index) => [span(`${index + 1}. ${step}`)]);
  return workingLines(block.working);
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

const toMessages = (blocks: readonly (readonly Line[])[], keyboard: Button[][]): TextMessage[] =>
  pack(blocks.filter((block) => block.length > 0)).map((spans, index, all) => ({
    html: toHtml(spans),
    text: visible(spans),
    keyboard: index === all.length - 1 ? keyboard : [],
  }));

/** A sentence of the channel's own as a message. */
export const renderSentence = (sentence: string, keyboard: Button[][] = []): TextMessage[] =>
  toMessages([linesOf(sentence)], keyboard);

/** What goes on in a private chat is a link to it. */
const linkOf = ({ privately }: Reply, { username, wording }: Rendering): Button[] =>
  privately === undefined || username === undefined
    ? []
    : [{ text: wording.privately, url: `https://t.me/${username}?start=${privately}` }];

/** The texts of a reply as messages of at most 4,096 units, in order; the buttons stand under the last one. */
function renderTexts(reply: Reply, rendering: Rendering): TextMessage[] {
  const { wording, log } = rendering;
  const keyboard = keyboardOf(reply, log, linkOf(reply, rendering));
  const blocks = reply.blocks.map(blockLines);
  const said = blocks.some((lines) => lines.some((line) => visible(line).trim() !== ''));
  if (!said) {
    log({ event: 'telegram_reply_empty', code: reply.status });
    return renderSentence(wording.failed, keyboard);
  }
  return toMessages([...blocks, sourceLines(reply.sources, wording.sources), footerLines(reply, wording)], keyboard);
}

/** A settlement as a picture with its caption; undefined where there is nothing to draw or the caption is too long for one. */
function renderPicture(reply: Reply, rendering: Rendering): PictureMessage | undefined {
  const lines = reply.blocks.flatMap((block) => ('working' in block ? block.working : []));
  const blocks = reply.blocks.filter((block) => !('working' in block));
  const [caption, ...more] = renderTexts({ ...reply, blocks }, rendering);
  if (lines.length === 0 || !caption || more.length > 0 || caption.text.length > MAX_CAPTION) return undefined;
  return { ...caption, lines: [...lines] };
}

/** A reply as messages: its settlement as a picture if that was asked for, else its texts; then its files. */
export function renderReply(reply: Reply, rendering: Rendering): Outgoing[] {
  const picture = reply.picture ? renderPicture(reply, rendering) : undefined;
  return [...(picture ? [picture] : renderTexts(reply, rendering)), ...reply.files.map((file) => ({ file }))];
}
