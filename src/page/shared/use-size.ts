import { useLayoutEffect, useState } from 'preact/hooks';
import { keep } from './memory.js';

const LARGEST = 2;

/** Whether the view for older people is on, how large its letters are, and what changes both; remembered on this device. */
export type Size = {
  readonly elder: boolean;
  readonly scale: number;
  readonly toggle: () => void;
  readonly larger: (() => void) | undefined;
  readonly smaller: (() => void) | undefined;
};

const root = () => document.documentElement.dataset;

/** The size as early.js found it before the first paint, and from then on as it is chosen. */
export function useSize(): Size {
  const [size, setSize] = useState({ elder: false, scale: 0 });
  useLayoutEffect(() => setSize({ elder: root()['size'] === 'large', scale: Number(root()['scale']) || 0 }), []);
  const choose = (elder: boolean, scale: number) => {
    const name = elder ? 'large' : 'normal';
    Object.assign(root(), { size: name, scale: String(scale) });
    keep('size', name);
    keep('scale', String(scale));
    setSize({ elder, scale });
  };
  const { elder, scale } = size;
  return {
    ...size,
    toggle: () => choose(!elder, scale),
    larger: scale < LARGEST ? () => choose(elder, scale + 1) : undefined,
    smaller: scale > 0 ? () => choose(elder, scale - 1) : undefined,
  };
}
