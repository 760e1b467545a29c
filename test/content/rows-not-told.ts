/** Rows of high confidence that no fact tells, each with the reason. */
export const NOT_TOLD: ReadonlyMap<string, string> = new Map([]);
