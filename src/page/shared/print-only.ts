/** Prints the card that an element stands in, with all that is folded in it, and nothing else of the page. */
export function printOnly(element: Element): void {
  const card = element.closest('.message, .card');
  if (!card) return;
  const around = ancestorsOf(card);
  const folded = [...card.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  const set = (on: boolean) => {
    card.classList.toggle('printed', on);
    for (const one of around) one.classList.toggle('around', on);
    for (const one of folded) one.open = on;
  };
  set(true);
  window.print();
  set(false);
}

function ancestorsOf(element: Element): Element[] {
  const parent = element.parentElement;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}
