import { describe, expect, test } from 'vitest';
import { answerSchema, flowsSchema, formAnswerSchema, settlementSchema } from '../../../src/channels/web/contract.js';
import { post, realApp } from './real.js';
import { problemOf, startWeb } from './start.js';

const real = realApp();
const start = () => startWeb(real.handle(), real.options());

describe('POST /api/ask', () => {
  test('a question gets a sourced answer for its day, and no cookie', async () => {
    const { url } = await start();
    const response = await post(url, '/api/ask', { text: '备案有效期多久' });
    expect(response.headers.getSetCookie()).toEqual([]);
    const answer = answerSchema.strict().parse(await response.json());
    expect(answer).toMatchObject({ status: 'answered_curated', entry: 'filing_validity', on: '2026-11-22' });
    expect(answer.sources.length).toBeGreaterThan(0);
    expect(answer.suggestions.every((label) => !label.includes(':'))).toBe(true);
  });

  test('the same question gives the same bytes, and leans on nothing before it', async () => {
    const { url } = await start();
    const ask = async (text: string) => (await post(url, '/api/ask', { text })).text();
    const follow = await ask('那临时外出的呢');
    await ask('备案有效期多久');
    expect(await ask('那临时外出的呢')).toBe(follow);
  });

  test('another day is answered for that day', async () => {
    const { url } = await start();
    const response = await post(url, '/api/ask', { text: '备案有效期多久', at: '2025-03-01T23:30:00-05:00' });
    expect(await response.json()).toMatchObject({ on: '2025-03-02' });
  });

  test.each([
    { text: 1 },
    { text: '一', at: '2025-03-01' },
    { text: '一', at: '1999-01-01T00:00:00Z' },
    { text: '一', user: 'x' },
  ])('%j is refused', async (body) => {
    const { url } = await start();
    expect((await problemOf(await post(url, '/api/ask', body))).status).toBe(400);
  });
});

const BILL = {
  case: {
    region: '150100',
    insurance: 'employee',
    kind: 'referral',
    filing: 'filed',
    tier: 'tertiary',
    cost: { total: '48000' },
  },
  rules: { deductible: '800', ratio: '0.9' },
};

describe('POST /api/estimate', () => {
  test('settles by the machine side and names the documents', async () => {
    const { url } = await start();
    const body = await (await post(url, '/api/estimate', BILL)).json();
    expect(settlementSchema.parse(body)).toMatchObject({ total: '48000.00', fund: '37760.00', self: '10240.00' });
    expect(body).toMatchObject({ documents: [{ id: 'hohhot-2024', title: expect.stringContaining('呼和浩特') }] });
  });

  test.each([
    [
      'compare',
      {},
      { rows: expect.arrayContaining([expect.objectContaining({ filing: 'at_home', fund: '42480.00' })]) },
    ],
    ['range', {}, { fund: { low: '37760.00', high: '37760.00' } }],
    ['inverse', { target: { fund: '37760' }, solve: 'total' }, { low: expect.any(String), high: expect.any(String) }],
    ['reconcile', { printed: { pool: '37760' } }, { agrees: true }],
  ])('mode=%s', async (mode, extra, wanted) => {
    const { url } = await start();
    expect(await (await post(url, `/api/estimate?mode=${mode}`, { ...BILL, ...extra })).json()).toMatchObject(wanted);
  });

  test.each([
    [{ case: { cost: { total: '-1' } } }, 'case.cost.total', 'bad_input'],
    [{ case: { region: '999999', cost: { total: '1' } } }, 'case.region', 'unknown_region'],
    [{ case: { cost: { total: '1' } }, rules: { formula: 'a*b' } }, 'rules.formula', 'unknown_rule'],
    [[], '', 'bad_input'],
  ])('%j is refused in words, with its place', async (body, field, code) => {
    const { url } = await start();
    const problem = await problemOf(await post(url, '/api/estimate', body));
    expect(problem).toMatchObject({ status: 422, field, code, detail: expect.stringMatching(/\p{Script=Han}.*。$/u) });
  });

  test.each(['', 'nothing', '__proto__', 'constructor'])('there is no mode "%s"', async (mode) => {
    const { url } = await start();
    expect((await problemOf(await post(url, `/api/estimate?mode=${mode}`, BILL))).status).toBe(400);
  });
});

describe('POST /api/form', () => {
  const CELLS = {
    insured_region: '呼和浩特',
    kind: '转诊',
    insurance: '职工',
    tier: '三级',
    total: '4.8万',
    deductible: '800',
    ratio: '90%',
  };

  test('cells as people type them come to the same as the machine side', async () => {
    const { url } = await start();
    const form = formAnswerSchema.parse(await (await post(url, '/api/form', { cells: CELLS })).json());
    expect(form.settlement).toMatchObject({ fund: '37760.00', self: '10240.00' });
    expect(form.compare.rows[0]).toMatchObject({ kind: 'referral', fund: '37760.00' });
    expect(form.documents.map(({ id }) => id)).toEqual(['hohhot-2024']);
    expect(form.choices['tier']?.map(({ value }) => value)).not.toContain('tertiary_a');
    expect(form.next).toBe('own_funded');
  });

  test('what a region asks for is offered, what nobody knows gives a range', async () => {
    const { url } = await start();
    const { deductible: _, ...unknown } = CELLS;
    const form = formAnswerSchema.parse(
      await (await post(url, '/api/form', { cells: { ...unknown, own_funded: '0' } })).json(),
    );
    expect(form.settlement.fund).toBeNull();
    expect(form.range).not.toBeNull();
    expect(form.next).toBe('deductible');
    const hangzhou = formAnswerSchema.parse(
      await (await post(url, '/api/form', { cells: { insured_region: '杭州' } })).json(),
    );
    expect(hangzhou.choices['tier']?.map(({ value }) => value)).toContain('tertiary_a');
  });

  test.each([
    [{ total: '很多' }, 'total'],
    [{ insured_region: '湖南' }, 'insured_region'],
    [{ total: '100', own_funded: '200' }, 'case.cost.total'],
    [{ total: '0.0000001', insured_region: '呼和浩特' }, 'case.cost.total'],
  ])('%j says what is wrong and where', async (cells, field) => {
    const { url } = await start();
    const problem = await problemOf(await post(url, '/api/form', { cells }));
    expect(problem).toMatchObject({ status: 422, field, detail: expect.stringMatching(/\p{Script=Han}/u) });
  });
});

describe('GET', () => {
  test('/api/flows lists every task with its questions, filled in', async () => {
    const { url } = await start();
    const body = await (await fetch(`${url}/api/flows`)).json();
    const flows = flowsSchema.parse(body);
    expect(flows.map(({ flow }) => flow)).toEqual(expect.arrayContaining(['estimate', 'filing']));
    const region = flows.find(({ flow }) => flow === 'estimate')?.questions[0];
    expect(region).toMatchObject({ slot: 'insured_region', type: 'region', label: '参保地' });
    expect(JSON.stringify(body)).not.toMatch(/\{[a-z_]+\.[a-z]+\}|\[[a-z]+_\d+/);
  });

  test('/api/openapi.json describes every route by the schemas that read them', async () => {
    const { url } = await start();
    const { openapi, paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>;
    };
    expect(openapi).toBe('3.1.0');
    for (const [path, operations] of Object.entries(paths)) {
      const [method = ''] = Object.keys(operations);
      const init = method === 'post' ? { method, body: '{', headers: { 'content-type': 'application/json' } } : {};
      expect([path, (await fetch(url + path, init)).status]).toEqual([path, method === 'post' ? 400 : 200]);
    }
    const asked = paths['/api/ask']?.['post']?.requestBody?.content['application/json']?.schema;
    expect(asked).toMatchObject({ required: ['text'], additionalProperties: false });
    expect(paths['/api/estimate']?.['post']).toMatchObject({ parameters: [{ name: 'mode' }] });
  });
});

describe('from elsewhere', () => {
  test.each(['/api/ask', '/api/estimate', '/api/form', '/api/turn'])('%s is closed to other sites', async (path) => {
    const { url } = await start();
    for (const headers of [{ origin: 'https://evil.example' }, { 'content-type': 'text/plain' }]) {
      const response = await post(url, path, { text: '一' }, headers);
      expect([403, 415]).toContain(response.status);
      expect(response.headers.has('access-control-allow-origin')).toBe(false);
    }
    const preflight = await fetch(url + path, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect([preflight.status, preflight.headers.has('access-control-allow-origin')]).toEqual([405, false]);
  });
});

test('a calculation counts as a fraction of a question, what never changes as nothing', async () => {
  const { url } = await startWeb(real.handle(), { ...real.options(), perMinute: 1 });
  const bill = { case: { cost: { total: '1' } } };
  const statuses = [];
  for (let i = 0; i < 5; i += 1) statuses.push((await post(url, '/api/estimate', bill)).status);
  statuses.push((await post(url, '/api/ask', { text: '一' })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  expect((await fetch(`${url}/api/flows`)).status).toBe(200);
});
