/** What stands on the command line after the command's name. */
export type Args = {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
};
