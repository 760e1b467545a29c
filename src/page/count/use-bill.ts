import { useEffect, useRef, useState } from 'preact/hooks';
import type { WebForm } from '../../channels/web/contract.js';
import { ask, Failed } from '../shared/post.js';

/** Long enough that one finishes a figure, short enough to seem at once. */
const PAUSE_MS = 400;

type Cells = Readonly<Record<string, string>>;

/** A bill being filled in: what was typed by slot, what it comes to, and what is wrong with it. */
export type Bill = {
  readonly cells: Cells;
  readonly form: WebForm | undefined;
  readonly failure: Failed | undefined;
  readonly busy: boolean;
  readonly set: (slot: string, text: string) => void;
  readonly clear: () => void;
};

/** The bill of this page: settled anew a moment after each change. */
export function useBill(): Bill {
  const [cells, setCells] = useState<Cells>({});
  const [form, setForm] = useState<WebForm>();
  const [failure, setFailure] = useState<Failed>();
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  useEffect(() => {
    latest.current += 1;
    const turn = latest.current;
    const filled = Object.entries(cells).filter(([, text]) => text.trim() !== '');
    setBusy(filled.length > 0);
    if (filled.length === 0) return;
    const ended = (outcome: WebForm | Failed) => {
      if (turn !== latest.current) return;
      setBusy(false);
      setFailure(outcome instanceof Failed ? outcome : undefined);
      if (outcome instanceof Failed) return;
      setForm(outcome);
      setCells((now) => stillOffered(now, outcome));
    };
    const timer = setTimeout(
      () => ask<WebForm>('/api/form', { cells: Object.fromEntries(filled) }).then(ended, ended),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [cells]);
  return {
    cells,
    form,
    failure,
    busy,
    set: (slot, text) => setCells((now) => ({ ...now, [slot]: text })),
    clear: () => {
      setCells({});
      setForm(undefined);
      setFailure(undefined);
    },
  };
}

/** The cells without what another region no longer offers; the same ones if nothing has to go. */
function stillOffered(cells: Cells, { choices }: WebForm): Cells {
  const gone = Object.entries(cells).filter(([slot, value]) => {
    const offered = choices[slot] ?? [];
    return value !== '' && offered.length > 1 && !offered.some((choice) => choice.value === value);
  });
  return gone.length === 0 ? cells : { ...cells, ...Object.fromEntries(gone.map(([slot]) => [slot, ''])) };
}
