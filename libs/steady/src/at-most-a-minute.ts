import { steady } from './steady';

const aMinute = 60_000;

/**
 * Bounds what is written down of each kind, so that a flood fills no disk and hides nothing else.
 * @param most of one kind in a minute, from its first
 * @param tellLeftOut called at the end of a minute in which more came, with how many were left out
 * @returns whether one more of a kind is to be written down
 */
export function atMostAMinute<Kind>(most: number, tellLeftOut: (kind: Kind, leftOut: number) => void): (kind: Kind) => boolean {
  const minutes = new Map<Kind, { count: number }>();
  const end = (kind: Kind) => {
    const { count } = minutes.get(kind)!;
    minutes.delete(kind);
    if (count > most) tellLeftOut(kind, count - most);
  };
  return (kind) => {
    const minute = minutes.get(kind) ?? { count: 0 };
    if (!minutes.has(kind)) {
      minutes.set(kind, minute);
      setTimeout(
        steady(() => end(kind)),
        aMinute,
      ).unref();
    }
    minute.count += 1;
    return minute.count <= most;
  };
}
