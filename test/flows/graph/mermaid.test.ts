import { expect, test } from 'vitest';
import { mermaidOf } from '../../../src/flows/graph/mermaid.js';
import { proveFlow } from '../../../src/flows/proof/prove.js';
import { COMPUTATIONS, exampleFlow, flowWith } from '../example.js';

test('the ways of a flow are drawn once each', () => {
  const flow = exampleFlow();
  expect(mermaidOf(flow, proveFlow(flow, COMPUTATIONS).paths)).toBe(`flowchart TD
  q_insured_region["您的医保参保地是哪里？"]
  q_purpose["您属于哪种情况？"]
  q_admitted_on["哪天住院？"]
  e_file_long_term(["办长期备案"])
  e_file_temporary(["办临时备案"])
  e_emergency_first(["先治病"])
  q_insured_region --> q_purpose
  q_purpose -->|"长期在外地居住或工作"| e_file_long_term
  q_purpose -->|"参保地医院已开转诊 / 自己到外地看病"| q_admitted_on
  q_admitted_on --> e_file_temporary
  q_purpose -->|"在外地突发急诊"| e_emergency_first
`);
});

test('a question that may be passed over has a line past it, and quotes are escaped', () => {
  const flow = flowWith(`
    - { id: r, compute: payment_ratio }
    - { id: first, type: yesno, ask: '选"好"？' }
    - { id: a, type: yesno, ask: 问, when: { r.band: low } }
    - { end: e, title: 早, when: { r.band: high, first: yes } }
  `);
  const text = mermaidOf(flow, [
    ['first=yes', 'a?', 'last'],
    ['first=no', 'r.band=high', 'e'],
  ]);
  expect(text).toContain('q_first["选#quot;好#quot;？"]');
  expect(text).toContain('q_first -->|"yes"| q_a\n');
  expect(text).toContain('q_first -->|"yes"| e_last\n');
  expect(text).toContain('q_a --> e_last\n');
  expect(text).toContain('q_r__band -->|"high"| e_e\n');
});
