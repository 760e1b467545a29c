const KEPT = 'yidi.telegram';

type Webview = { postEvent: (event: string, data: string) => void };

declare global {
  interface Window {
    TelegramWebviewProxy?: Webview;
  }
}

/** What Telegram signed when it opened the page: it stands behind the # at first, and is kept for this visit. Empty elsewhere. */
export function initData(): string {
  const opened = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData');
  try {
    if (opened) sessionStorage.setItem(KEPT, opened);
    return opened ?? sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return opened ?? '';
  }
}

const TELEGRAM_WEB = 'https://web.telegram.org';

/** Tells the app that shows the page something; Telegram in a browser shows it in a frame. */
function tell(event: string): void {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(event, '{}');
  else if (window.parent !== window)
    window.parent.postMessage(JSON.stringify({ eventType: event, eventData: {} }), TELEGRAM_WEB);
}

/** Takes what Telegram says out of the address, and tells it that the page is there and wants the whole height. */
export function tellTelegram(): void {
  if (initData() === '') return;
  if (location.hash.includes('tgWebApp')) history.replaceState(null, '', location.pathname + location.search);
  for (const event of ['web_app_ready', 'web_app_expand']) tell(event);
}
