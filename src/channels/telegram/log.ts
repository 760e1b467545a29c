/** All that is ever logged: no text of a user, no id of a chat. */
export type LogEvent = { readonly event: string; readonly chat?: string; readonly code?: number | string };

export type Log = (event: LogEvent) => void;
