import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { WebForm } from '../../channels/web/contract.js';
import { keepForVisit, recallForVisit } from '../shared/memory.js';
import { ask, Failed } from '../shared/post.js';
import { wording } from '../wording.js';
import { isForm } from './is-form.js';

/** Long enough that one finishes a figure, short enough to seem at once. */
const PAUSE_MS = 400;

/** The cells are kept until the tab is closed: a page loaded anew doesn't lose a long bill. */
const NAME = 'cells';

type Cells = Readonly<Record<string, string>>;

/** What the cells come to: the last result, what is wrong with them since, whether a new one is on its way. */
type Result = { readonly form?: WebForm; readonly failure?: Failed; readonly busy: boolean };

/** A bill being filled in: what was typed by slot, and what it comes to. */
export type Bill = Result & {
  readonly cells: Cells;
  readonly set: (slot: string, text: string) => void;
  readonly clear: () => void;
  /** Sends the same cells once more. */
  readonly retry: () => void;
};

const NOTHING: Result = { busy: false };

/** The bill of this page: settled anew a moment after each change. */
export function useBill(): Bill {
  const [cells, setCells] = useState(keptCells);
  const [attempt, setAttempt] = useState(0);
  const result = useResult(cells, attempt);
  const retry = () => setAttempt((now) => now + 1);
  const { form } = result;
  useEffect(() => {
    if (form) setCells((now) => stillOffered(now, form));
  }, [form]);
  // At once, not after the next paint: the page may be closed before it.
  useLayoutEffect(() => keepForVisit(NAME, Object.keys(cells).length === 0 ? '' : JSON.stringify(cells)), [cells]);
  useOnline(retry, result.failure?.again === true);
  return {
    ...result,
    cells,
    retry,
    set: (slot, text) => setCells((now) => ({ ...now, [slot]: text })),
    clear: () => setCells({}),
  };
}

/** Tries again by itself when the network is back. */
function useOnline(retry: () => void, isLost: boolean): void {
  useEffect(() => {
    if (!isLost) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [isLost]);
}

function useResult(cells: Cells, attempt: number): Result {
  const [result, setResult] = useState(NOTHING);
  const filled = Object.entries(cells).filter(([, text]) => text.trim() !== '');
  useEffect(() => {
    let isLatest = true;
    if (filled.length === 0) return setResult(NOTHING);
    setResult((now) => ({ ...now, busy: true }));
    const settle = async () => {
      const outcome = await settled(Object.fromEntries(filled));
      if (isLatest) setResult((now) => ({ ...(now.form && { form: now.form }), ...outcome, busy: false }));
    };
    const timer = setTimeout(settle, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [cells, attempt]);
  // A bill just cleared has no result at once, not only after the next effect.
  return filled.length === 0 ? NOTHING : result;
}

async function settled(cells: Cells): Promise<Omit<Result, 'busy'>> {
  try {
    const form = await ask<unknown>('/api/form', { cells });
    return isForm(form) ? { form } : { failure: broken() };
  } catch (error) {
    return { failure: error instanceof Failed && error.message !== '' ? error : broken() };
  }
}

const broken = (): Failed => new Failed(wording.count.broken, true);

/** The cells as this visit left them; none if they cannot be read. */
function keptCells(): Cells {
  try {
    const kept: unknown = JSON.parse(recallForVisit(NAME) || '{}');
    return Object.fromEntries(Object.entries(kept ?? {}).filter(([, text]) => typeof text === 'string'));
  } catch {
    return {};
  }
}

/** The cells without what another region no longer offers; the same ones if nothing has to go. */
function stillOffered(cells: Cells, { choices }: WebForm): Cells {
  const gone = Object.entries(cells).filter(([slot, value]) => {
    const offered = choices[slot] ?? [];
    return value !== '' && offered.length > 1 && !offered.some((choice) => choice.value === value);
  });
  return gone.length === 0 ? cells : { ...cells, ...Object.fromEntries(gone.map(([slot]) => [slot, ''])) };
}
