/** Reads what was kept; nothing if there is none or storage is closed. */
export type Recall = (name: string) => string;

/** Keeps a text; an empty one deletes. Where storage is closed or full it holds until the page is loaded anew. */
export type Keep = (name: string, text: string) => void;

/** Even to name a storage throws where it is closed. */
function memoryIn(storage: () => Storage): { recall: Recall; keep: Keep } {
  return {
    recall: (name) => {
      try {
        return storage().getItem(`yidi.${name}`) ?? '';
      } catch {
        return '';
      }
    },
    keep: (name, text) => {
      try {
        if (text === '') storage().removeItem(`yidi.${name}`);
        else storage().setItem(`yidi.${name}`, text);
      } catch {
        // Said above: nothing to do.
      }
    },
  };
}

/** What stays on this device. */
export const { recall, keep } = memoryIn(() => localStorage);

/** What stays until the tab is closed. */
export const { recall: recallForVisit, keep: keepForVisit } = memoryIn(() => sessionStorage);
