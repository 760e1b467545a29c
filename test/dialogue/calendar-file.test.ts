import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../src/dialogue/guided/calendar-file.js';

const MADE = new Date('2026-11-22T10:00:00+08:00');
const deadline = (title: string, day = '2026-12-31', id = 'papers') => ({ id, title, day });

/** The lines of a calendar file as a reader gets them: folded ones put together again (RFC 5545, 3.1). */
const unfolded = (file: string): string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');

/** The value of a property, with its escapes undone (3.3.11). */
const textOf = (file: string, name: string): string =>
  (unfolded(file).find((line) => line.startsWith(`${name}:`)) ?? '')
    .slice(name.length + 1)
    .replace(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

const fileOf = (title: string): string => calendarOf('filing', [deadline(title)], MADE);

test('a whole file, line by line', () => {
  expect(calendarOf('filing', [deadline('补材料')], MADE)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//yidi//deadlines//ZH',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:filing-papers-20261231@yidi',
      'DTSTAMP:20261122T020000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:补材料',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:补材料',
      'TRIGGER:-P3D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

describe('lines', () => {
  test('end with CR and LF, all of them', () => {
    const file = fileOf(`第一行\n第二行\r\n第三行${'很长'.repeat(60)}`);
    expect(file.endsWith('\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('have at most 75 bytes, and come back whole', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc
        .array(fc.constantFrom('备', '案', 'a', '，', '😀', ',', ';', '\\', '\n'), { maxLength: 120 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(titles, (raw) => {
        const title = raw.replace(/[\p{Cc}\p{Cs}]/gu, (sign) => (sign === '\n' ? '\n' : ''));
        const file = fileOf(title);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(textOf(file, 'SUMMARY')).toBe(title);
        expect(textOf(file, 'DESCRIPTION')).toBe(title);
      }),
    );
  });

  test('are never cut inside a Chinese character', () => {
    const bytes = Buffer.from(fileOf('材料'.repeat(50)));
    for (const line of bytes.toString('latin1').split('\r\n'))
      expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\ufffd');
  });

  test('are folded only where they are too long', () => {
    const fits = '备'.repeat(Math.floor((75 - 'SUMMARY:'.length) / 3));
    expect(fileOf(fits)).toContain(`\r\nSUMMARY:${fits}\r\n`);
    expect(fileOf(`${fits}备`)).toContain(`\r\nSUMMARY:${fits}\r\n 备\r\n`);
  });
});

describe('signs with a meaning of their own are escaped', () => {
  test.each([
    ['a,b', 'a\\,b'],
    ['a;b', 'a\\;b'],
    ['a\\b', 'a\\\\b'],
    ['a\nb', 'a\\nb'],
    ['a\r\nb', 'a\\nb'],
    ['a\\,b', 'a\\\\\\,b'],
    ['带：医保码，社保卡', '带：医保码，社保卡'],
  ])('%j', (title, written) => {
    expect(fileOf(title)).toContain(`\r\nSUMMARY:${written}\r\n`);
  });
});

describe('days', () => {
  test.each([
    ['2026-12-31', '20270101'],
    ['2026-02-28', '20260301'],
    ['2028-02-28', '20280229'],
    ['2028-02-29', '20280301'],
  ])('the event of %s ends before %s', (day, end) => {
    const lines = unfolded(calendarOf('filing', [deadline('补材料', day)], MADE));
    expect(lines).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
    expect(lines).toContain(`DTEND;VALUE=DATE:${end}`);
  });

  test('every deadline is an event with an id of its own', () => {
    const file = calendarOf('filing', [deadline('一', '2026-12-01', 'a'), deadline('二', '2026-12-02', 'b')], MADE);
    const ids = unfolded(file).filter((line) => line.startsWith('UID:'));
    expect(new Set(ids).size).toBe(2);
  });

  test('the same deadline keeps its id when the file is made again', () => {
    const again = calendarOf('filing', [deadline('补材料')], new Date('2027-01-01T00:00:00Z'));
    const idOf = (file: string) => unfolded(file).find((line) => line.startsWith('UID:'));
    expect(idOf(again)).toBe(idOf(fileOf('补材料')));
  });
});
