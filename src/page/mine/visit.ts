/** Reads what was kept for this visit; nothing if there is none or storage is closed. */
export function recallForVisit(name: string): string {
  try {
    return sessionStorage.getItem(`yidi.${name}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text until the tab is closed; an empty one deletes. Where storage is closed it holds until the page is loaded anew. */
export function keepForVisit(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(`yidi.${name}`);
    else sessionStorage.setItem(`yidi.${name}`, text);
  } catch {
    // Said above: nothing to do.
  }
}
