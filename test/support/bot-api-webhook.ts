import { createGate } from '../../src/channels/telegram/gate.js';

/** Where updates are sent. */
export type Webhook = { readonly url: string; readonly secret: string | undefined };

const RETRY_MS = 10;
/** As many connections as Telegram opens to one webhook unless told otherwise. */
const CONNECTIONS = 40;

/**
 * Sends updates to a webhook as Telegram does: those of one lane one after another, lanes side by side, each again until it
 * is taken. `stopped` ends it.
 */
export function createSender(stopped: () => boolean) {
  const connected = createGate(CONNECTIONS);
  const lanes = new Map<string, Promise<void>>();
  const post = async ({ url, secret }: Webhook, update: unknown): Promise<boolean> => {
    const headers = {
      'content-type': 'application/json',
      ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
    };
    try {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  };
  const deliver = async (webhook: () => Webhook | undefined, update: unknown): Promise<void> => {
    for (let hook = webhook(); hook && !stopped(); hook = webhook()) {
      const at = hook;
      if (await connected(() => post(at, update))) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  };
  return (lane: string, webhook: () => Webhook | undefined, update: unknown): void => {
    lanes.set(
      lane,
      (lanes.get(lane) ?? Promise.resolve()).then(() => deliver(webhook, update)),
    );
  };
}
