import { bad } from './bot-api-rules.js';

/** A file of a form. */
export type FormFile = { readonly filename: string; readonly bytes: Buffer };

/** The fields of a form: texts, and files by their field's name. */
export type Form = { readonly texts: Record<string, string>; readonly files: Record<string, FormFile> };

const CRLF = '\r\n';
const DISPOSITION = /^content-disposition: ?form-data; name="([^"\r\n]+)"(?:; filename="([^"\r\n]+)")?$/i;

/** Reads a multipart body (RFC 7578) to the letter: every part delimited, named and ended, and nothing after the last. */
export function readForm(contentType: string, body: Buffer): Form {
  const boundary = /^multipart\/form-data; ?boundary="?([\w'()+,./:=?-]{1,70})"?$/.exec(contentType)?.[1];
  if (boundary === undefined) throw bad('wrong multipart boundary');
  const form: Form = { texts: {}, files: {} };
  const delimiter = Buffer.from(`--${boundary}`);
  if (body.indexOf(delimiter) !== 0) throw bad('multipart body does not begin with its boundary');
  let at = delimiter.length;
  while (body.toString('latin1', at, at + 2) !== '--') {
    const end = body.indexOf(Buffer.concat([Buffer.from(CRLF), delimiter]), at);
    if (body.toString('latin1', at, at + 2) !== CRLF || end < 0) throw bad('multipart part is not delimited');
    readPart(body.subarray(at + 2, end), form);
    at = end + CRLF.length + delimiter.length;
  }
  const rest = body.toString('latin1', at + 2);
  if (rest !== '' && rest !== CRLF) throw bad('bytes after the last multipart part');
  return form;
}

function readPart(part: Buffer, { texts, files }: Form): void {
  const headEnd = part.indexOf(`${CRLF}${CRLF}`);
  if (headEnd < 0) throw bad('multipart part without a blank line');
  const head = part.toString('utf8', 0, headEnd).split(CRLF);
  const [, name, filename] = head.map((line) => DISPOSITION.exec(line)).find((found) => found !== null) ?? [];
  const bytes = part.subarray(headEnd + 4);
  if (name === undefined || name in texts || name in files) throw bad('multipart part without a name of its own');
  if (filename !== undefined) files[name] = { filename, bytes };
  else texts[name] = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** The size of a PNG picture; Telegram refuses what it cannot read as one. */
export function pngSize(bytes: Buffer): { width: number; height: number } {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  if (!isPng) throw bad('IMAGE_PROCESS_FAILED');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
    throw bad('PHOTO_INVALID_DIMENSIONS');
  }
  return { width, height };
}
