/** A line that says where in a task one is, such as 【异地就医备案向导 · 父亲】第2步. */
const HEAD = /^【(.+?)】第(\d+)步(?:，约共\d+步)?$/;

/** A question of a task, taken apart: `before` is what was said first, such as an answer noted. */
export type Headed = {
  readonly title: string;
  readonly step: number;
  readonly before: string;
  readonly ask: string;
  readonly help: string;
};

/** Takes a question of a task apart; undefined if the text is none. */
export function headed(text: string): Headed | undefined {
  const lines = text.split('\n');
  const index = lines.map((line) => HEAD.test(line)).lastIndexOf(true);
  const [, title = '', step = ''] = HEAD.exec(lines[index] ?? '') ?? [];
  if (title === '') return undefined;
  const [ask = '', ...help] = lines.slice(index + 1);
  return { title, step: Number(step), before: lines.slice(0, index).join('\n'), ask, help: help.join('\n') };
}
