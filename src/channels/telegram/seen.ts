/** Remembers the last `size` keys: true if the key is new, false if it was asked for before. */
export function createSeen(size: number): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return false;
    seen.add(key);
    for (const oldest of seen) {
      if (seen.size <= size) break;
      seen.delete(oldest);
    }
    return true;
  };
}
