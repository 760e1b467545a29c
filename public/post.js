/** Longer than the slowest turn; then the network is taken to be down. */
const PATIENCE_MS = 90_000;

/** What the server said instead of a reply; `again` if sending the same once more may help. */
export class Failed extends Error {
  constructor(detail, again) {
    super(detail);
    this.again = again;
  }
}

/** Sends `{ text }` or `{ press }` and gives the reply; throws Failed, or another error if nothing sensible came back. */
export async function post(body) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const response = await fetch('/api/turn', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: abort.signal,
    });
    const data = await response.json();
    if (response.ok) return data;
    throw new Failed(data.detail, response.status >= 500);
  } finally {
    clearTimeout(timer);
  }
}
