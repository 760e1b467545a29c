import { describe, expect, test } from 'vitest';
import { fillSlots, keysIn, slotsIn, textsOf } from '../../src/flows/marks.js';
import { exampleFlow, question } from './example.js';

describe('marks', () => {
  const text = '比例{$ratio.percent}，{$kind}；{fact_1.value}[fact_2]{=key_1}[=key_2]{doc:notice-1}{$kind}{=key_1}';

  test('are found, each once', () => {
    expect(slotsIn(text)).toEqual(['ratio.percent', 'kind']);
    expect(keysIn(text)).toEqual(['key_1', 'key_2']);
  });

  test('of slots are filled, the others left', () => {
    expect(fillSlots(text, (slot) => `<${slot}>`)).toBe(
      '比例<ratio.percent>，<kind>；{fact_1.value}[fact_2]{=key_1}[=key_2]{doc:notice-1}<kind>{=key_1}',
    );
  });

  test('a filled-in text is not read again', () => {
    expect(fillSlots('{$a}', () => '{$b}')).toBe('{$b}');
  });

  test.each(['{$}', '{$A}', '{ $a }', '{$a.b.c}', '$a'])('%s is none', (text) => {
    expect(slotsIn(text)).toEqual([]);
  });
});

test('all texts of an item are found, with their places', () => {
  const placesOf = (index: number) => {
    const item = exampleFlow().items[index];
    return item ? textsOf(item).map(({ at }) => at.join('.')) : [];
  };
  expect(placesOf(3)).toEqual(['ask', 'refuse.0.say']);
  expect(placesOf(4)).toEqual([]);
  expect(placesOf(5)).toEqual([
    ...['title', 'body', 'steps.0', 'steps.1', 'checklist.0.text', 'checklist.1.text'],
    ...['deadlines.0.title', 'deadlines.0.period', 'notes.0.text'],
  ]);
  expect(textsOf(question('{ type: yesno, ask: 问, help: 说明 }'))).toEqual([
    { at: ['ask'], text: '问' },
    { at: ['help'], text: '说明' },
  ]);
});
