import type { Hono } from 'hono';
import type { Caller } from './limit.js';
import { problem } from './problems.js';

/** Refuses every other method of a path; to be called after its own routes. */
export function otherMethods(app: Hono<Caller>, path: string, allow: string): void {
  app.all(path, (c) => {
    c.header('allow', allow);
    return problem(c, 'wrong_method');
  });
}
