import type { IsoDate } from '../../policy/dates.js';

/** A day something must be done by. */
export type Deadline = { readonly id: string; readonly title: string; readonly day: IsoDate };

const compact = (day: string): string => day.replaceAll('-', '');

/** The day after, which a calendar wants as the end of an all-day event. */
const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines of at most 75 bytes, continued with a space (RFC 5545, 3.1); never cut inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const char of line) {
    if (Buffer.byteLength(part + char) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part].join('\r\n ');
}

/** Deadlines as a calendar file (RFC 5545): all-day events with a reminder three days ahead. `made`: when it is written. */
export function calendarOf(name: string, deadlines: readonly Deadline[], made: Date): string {
  const stamp = `${made.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = deadlines.flatMap(({ id, title, day }) => [
    'BEGIN:VEVENT',
    `UID:${name}-${id}-${compact(day)}@yidi`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next(day))}`,
    `SUMMARY:${escaped(title)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P3D',
    'END:VALARM',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yidi//deadlines//ZH',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
