import { useEffect, useState } from 'preact/hooks';
import type { WebFlow } from '../../channels/web/contract.js';
import { ask } from './post.js';

/** The guided tasks: on their way, here, or not to be had. `again` tries once more. */
export type Flows = {
  readonly list: readonly WebFlow[] | undefined;
  readonly failed: boolean;
  readonly again: () => void;
};

/** Fetches the guided tasks once they are wanted. */
export function useFlows(wanted: boolean): Flows {
  const [list, setList] = useState<readonly WebFlow[]>();
  const [failed, setFailed] = useState(false);
  const fetchThem = () => {
    setFailed(false);
    ask<readonly WebFlow[]>('/api/flows').then(setList, () => setFailed(true));
  };
  useEffect(() => {
    if (wanted && list === undefined) fetchThem();
  }, [wanted]);
  return { list, failed, again: fetchThem };
}
