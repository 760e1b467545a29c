/** The columns of a terminal that a text takes: Chinese letters take two. */
export const columns = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2E80-\uFFEF]/.test(char) ? 2 : 1), 0);
