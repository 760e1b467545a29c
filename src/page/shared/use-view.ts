import { useLayoutEffect, useState } from 'preact/hooks';

export const VIEWS = ['ask', 'do', 'count', 'mine'] as const;
export type View = (typeof VIEWS)[number];

const shown = (): View => VIEWS.find((view) => location.hash === `#${view}`) ?? 'ask';

/** The view that the address names, and a way to go to another; the browser's own way back works. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>('ask');
  useLayoutEffect(() => {
    const follow = () => setView(shown());
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    view,
    (next) => {
      location.hash = next;
    },
  ];
}
