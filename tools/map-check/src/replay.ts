import { adjustedRand, opinionMapOf } from '@isegoria/consultations/recount';
import type { Conversation } from './conversation';

/** How steady the map was while the votes came in, and what became of it. */
export interface Figures {
  readonly name: string;
  /** Looks after which the map was compared with the one before. */
  readonly steps: number;
  readonly changesOfCount: number;
  /** Steps with the same number of groups at which more than a twentieth, or a fifth, of the people in both maps changed letter. */
  readonly twentiethMoved: number;
  readonly fifthMoved: number;
  readonly turns: number;
  /** With the published groups; null where no groups are clear. */
  readonly adjustedRand: number | null;
  readonly placed: number;
  readonly placedByPolis: number;
  /** Of those whom Pol.is places. */
  readonly missing: number;
  readonly groups: string;
}

export const looks = 50;

type MapSoFar = NonNullable<ReturnType<typeof opinionMapOf>['map']>;

/** Draws the map after every fiftieth part of the votes. */
export function* replay(conversation: Conversation): Generator<void, Figures> {
  const { votes, statements, publishedGroup } = conversation;
  const counts = { steps: 0, changesOfCount: 0, twentiethMoved: 0, fifthMoved: 0, turns: 0 };
  let before: MapSoFar | null = null;
  for (let look = 1; look <= looks; look++) {
    const { map } = opinionMapOf(votes.slice(0, Math.round((votes.length * look) / looks)), statements);
    if (before && map) compare(before, map, counts);
    before = map;
    yield;
  }
  const people = before?.participants ?? [];
  const here = new Set(people.map(({ pseudonym }) => pseudonym));
  const inBoth = people.flatMap(({ pseudonym, group }) => {
    const published = publishedGroup.get(pseudonym);
    return published === undefined ? [] : [[group ?? '', published] as const];
  });
  return {
    name: conversation.name,
    ...counts,
    adjustedRand: before && before.groups.length > 0 ? adjustedRand(inBoth) : null,
    placed: people.length,
    placedByPolis: publishedGroup.size,
    missing: [...publishedGroup.keys()].filter((person) => !here.has(person)).length,
    groups: before?.groups.map(({ id, participants }) => `${id} ${participants}`).join(', ') || 'none clear',
  };
}

function compare(before: MapSoFar, after: MapSoFar, counts: { -readonly [Name in keyof Figures]?: number }): void {
  counts.steps! += 1;
  const earlier = new Map(before.participants.map((person) => [person.pseudonym, person]));
  const pairs = after.participants.flatMap((person) => {
    const known = earlier.get(person.pseudonym);
    return known ? [[known, person] as const] : [];
  });
  if (before.groups.length !== after.groups.length) counts.changesOfCount! += 1;
  else {
    const moved = pairs.filter(([one, other]) => one.group !== other.group).length / Math.max(1, pairs.length);
    if (moved > 0.05) counts.twentiethMoved! += 1;
    if (moved > 0.2) counts.fifthMoved! += 1;
  }
  for (const axis of ['x', 'y'] as const) if (correlation(pairs.map(([one, other]) => [one[axis], other[axis]])) < 0) counts.turns! += 1;
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [left, right] = [mean(0), mean(1)];
  return pairs.reduce((sum, [one, other]) => sum + (one - left) * (other - right), 0);
}
