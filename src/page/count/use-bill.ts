import { useEffect, useRef, useState } from 'preact/hooks';
import type { WebForm } from '../../channels/web/contract.js';
import { ask, type Failed } from '../shared/post.js';

/** Long enough that one finishes a figure, short enough to seem at once. */
const PAUSE_MS = 400;

type Cells = Readonly<Record<string, string>>;

/** What the cells come to: the last result, what is wrong with them since, whether a new one is on its way. */
type Result = { readonly form?: WebForm; readonly failure?: Failed; readonly busy: boolean };

/** A bill being filled in: what was typed by slot, and what it comes to. */
export type Bill = Result & {
  readonly cells: Cells;
  readonly set: (slot: string, text: string) => void;
  readonly clear: () => void;
};

const NOTHING: Result = { busy: false };

/** The bill of this page: settled anew a moment after each change. */
export function useBill(): Bill {
  const [cells, setCells] = useState<Cells>({});
  const result = useResult(cells);
  const { form } = result;
  useEffect(() => {
    if (form) setCells((now) => stillOffered(now, form));
  }, [form]);
  return {
    ...result,
    cells,
    set: (slot, text) => setCells((now) => ({ ...now, [slot]: text })),
    clear: () => setCells({}),
  };
}

function useResult(cells: Cells): Result {
  const [result, setResult] = useState(NOTHING);
  const latest = useRef(cells);
  useEffect(() => {
    latest.current = cells;
    const filled = Object.entries(cells).filter(([, text]) => text.trim() !== '');
    if (filled.length === 0) return setResult(NOTHING);
    setResult((now) => ({ ...now, busy: true }));
    const settle = async () => {
      const outcome = await settled(Object.fromEntries(filled));
      if (latest.current === cells)
        setResult((now) => ({ ...(now.form && { form: now.form }), ...outcome, busy: false }));
    };
    const timer = setTimeout(settle, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [cells]);
  return result;
}

const settled = (cells: Cells): Promise<Omit<Result, 'busy'>> =>
  ask<WebForm>('/api/form', { cells }).then(
    (form) => ({ form }),
    (failure: Failed) => ({ failure }),
  );

/** The cells without what another region no longer offers; the same ones if nothing has to go. */
function stillOffered(cells: Cells, { choices }: WebForm): Cells {
  const gone = Object.entries(cells).filter(([slot, value]) => {
    const offered = choices[slot] ?? [];
    return value !== '' && offered.length > 1 && !offered.some((choice) => choice.value === value);
  });
  return gone.length === 0 ? cells : { ...cells, ...Object.fromEntries(gone.map(([slot]) => [slot, ''])) };
}
