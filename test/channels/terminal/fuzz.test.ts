import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testApp } from '../../support/app.js';
import { parsed, serve } from './machine.js';

const LINES = 10_000;
const MOST_GROWTH = 150 * 1024 * 1024;

/** What people and programs send that is easily forgotten: a line break of any kind inside would make it two lines. */
const odd = fc.constantFrom(
  ...'备案异地呼和浩特吗？👨‍👩‍👧🇨🇳é\u202e\u200f\u200b\u0000\u0007\ufeff\u2028\ufffd',
  '\ud800',
  '\udc00',
  '12393',
  '110101199003070000',
  '13800138000',
  '1e999',
  '救命',
  '转人工',
  '{',
  '"',
  '\\',
);
const text = fc.oneof(fc.string({ unit: odd, maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }));
const value = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.double(),
  fc.bigInt().map(Number),
  fc.constantFrom(null, true, {}, [], ['备案'], 1e308, -0),
);
const at = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-11-22T10:00:00+08:00', '2026-02-30T10:00:00Z', 'now', '', 0, null),
);

const object = fc
  .record({ id: value, conversation: value, text: value, press: value, at, mood: value }, { requiredKeys: [] })
  .map((line) => JSON.stringify(line));
const asked = fc
  .record({ id: text, conversation: fc.constantFrom('a', 'b', 'c'), text })
  .map((line) => JSON.stringify(line));
const hostile = fc.constantFrom(
  '{"__proto__":{"id":"x","text":"y"},"text":"备案"}',
  '{"id":"x","constructor":{"prototype":{"a":1}},"text":"备案"}',
  '{"id":"x","id":"y","text":"备案"}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `{"id":"deep","text":"备案","mood":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
  `{"id":${'9'.repeat(400)},"text":"备案"}`,
  '{"id":-0,"text":"备案"}',
  '{"id":"\\ud800","conversation":"\\udfff","text":"\\ud83d"}',
  '\ufeff{"id":"bom","text":"备案"}',
  `{"text":"${'a'.repeat(20_000)}"}`,
);

const line = fc
  .oneof(
    { weight: 4, arbitrary: object },
    { weight: 3, arbitrary: asked },
    { weight: 1, arbitrary: hostile },
    { weight: 2, arbitrary: text },
  )
  .map((said) => Buffer.from(said.replaceAll('\n', ' ')));
const bytes = fc.uint8Array({ maxLength: 40 }).map((all) => Buffer.from(all.filter((byte) => byte !== 10)));

/** The same lines on every run of this version of fast-check. */
const lines = fc.sample(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: bytes }), {
  numRuns: LINES,
  seed: 7,
});

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

describe('ten thousand lines of whatever may come', () => {
  test('one line out for each, an error or a status in it, no crash, memory flat', { timeout: 300_000 }, async () => {
    const app = await testApp();
    await serve(app.handle, Buffer.from('{"text":"备案"}'));
    const before = heap();
    const outs = parsed(
      await serve(
        app.handle,
        lines.flatMap((said) => [said, '\n']),
      ),
    );
    const after = heap();
    expect(outs).toHaveLength(LINES);
    const neither = outs.filter((out) => (typeof out['error'] === 'string') === (typeof out['status'] === 'string'));
    expect(neither).toEqual([]);
    expect(outs.filter(({ status }) => status === 'error_internal')).toEqual([]);
    const answered = outs.filter(({ status }) => status !== undefined).length;
    expect(answered).toBeGreaterThan(LINES / 5);
    expect(LINES - answered).toBeGreaterThan(LINES / 5);
    expect(after - before).toBeLessThan(MOST_GROWTH);
    await app.close();
  });
});
