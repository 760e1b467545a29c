/** Text in a picture: escaped, and cut into lines by its width. */

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—]/;

/** The width of a text in em: a Chinese character is one, a Latin one somewhat more than a half. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 1 : 0.58), 0);

/** A text in lines no wider than `most` em; Latin words and numbers stay whole, punctuation does not start a line. */
export function linesOf(text: string, most: number): string[] {
  const pieces =
    text
      .replace(/\s+/g, ' ')
      .trim()
      .match(/[\w.{}$%=-]+|.[，。；：、？！」』）”’,;:?!)]*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf(line + piece) > most) lines.push(line);
    line = line !== '' && widthOf(line + piece) > most ? piece.trimStart() : line + piece;
  }
  return line === '' ? lines : [...lines, line];
}

/** A text as the content of an XML element or attribute. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
