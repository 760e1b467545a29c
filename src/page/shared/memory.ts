/** Reads what was kept on this device; nothing if there is none or storage is closed. */
export function recall(name: string): string {
  try {
    return localStorage.getItem(`yidi.${name}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text on this device; an empty one deletes. Where storage is closed or full it holds for this visit only. */
export function keep(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(`yidi.${name}`);
    else localStorage.setItem(`yidi.${name}`, text);
  } catch {
    // Said above: nothing to do.
  }
}
