/** A mistake in the content, told to its author: where, what is wrong, why it matters, and what to do. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly why: string;
  readonly cure: string;
};

/** What a rule says of a mistake; where it stands is added by whoever knows the file. */
export type Finding = Omit<Problem, 'file' | 'line'>;

/** One problem as the terminal shows it. */
export const formatProblem = (p: Problem): string => `${p.file}:${p.line}  ${p.what}\n    ${p.why}\n    → ${p.cure}`;

/** Thrown when content cannot be served; carries every problem found. */
export class ContentError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ContentError';
  }
}
