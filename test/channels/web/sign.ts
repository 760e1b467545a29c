import { createHmac } from 'node:crypto';

export const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
export const NOW = new Date('2026-11-22T10:00:00+08:00');
export const SIGNED_AT = String(NOW.getTime() / 1_000 - 60);
export const FIELDS = {
  query_id: 'AAHdF6IQAAAAAN0XohDhrOrc',
  user: '{"id":279058397,"first_name":"丽","language_code":"zh"}',
  auth_date: SIGNED_AT,
  signature: 'unused',
};

/** Signs fields as Telegram does. */
export function signed(fields: Record<string, string> = FIELDS, token = TOKEN): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', key).update(lines.sort().join('\n')).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
