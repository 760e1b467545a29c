import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The least a server on the same ground does: reads a question, and says hello. */
const app = new Hono().post('/api/ask', async (c) => c.json({ hello: (await c.req.json()) !== null }));

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
