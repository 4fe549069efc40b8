const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** The figures of some lines, such as answers, in one group of people or in several together. */
export type Block = readonly number[];
export const ofLines = (block: Block, lines: readonly number[]): number => sum(lines.map((line) => block[line] ?? 0));

interface Right {
  /** Whether a line may be shown beside the others. */
  alone(line: number, block: Block): boolean;
  /** Whether these may be known as one. */
  asOne(lines: readonly number[], block: Block): boolean;
}

/**
 * The lines that are hidden together: those that are not right in each block, then the next smallest, at least two, until they are right
 * as one; else all. Lines of nobody are shown.
 */
export function hiddenLines(blocks: readonly Block[], inAll: Block, { alone, asOne }: Right): ReadonlySet<number> {
  const lines = inAll.flatMap((n, line) => (n > 0 ? [line] : []));
  const isRight = (line: number) => blocks.every((block) => alone(line, block));
  const wrong = lines.filter((line) => !isRight(line));
  if (wrong.length === 0) return new Set();
  const right = lines.filter(isRight).sort((one, other) => inAll[one]! - inAll[other]! || one - other);
  for (let more = 0; more <= right.length; more++) {
    const hidden = [...wrong, ...right.slice(0, more)];
    if (hidden.length >= 2 && blocks.every((block) => asOne(hidden, block))) return new Set(hidden);
  }
  return new Set(lines);
}

export const ofAtLeast = (least: number): Right => ({
  alone: (line, block) => block[line]! >= least,
  asOne: (lines, block) => ofLines(block, lines) >= least,
});

/** Of things of which people may name several: who answered and did not name one is counted as well. */
export const namedByAtLeast = (least: number, inAll: Block, answered: number, everybody: number): Right => ({
  alone(line, block) {
    return block[line]! >= least && (inAll[line] === everybody || block[answered]! - block[line]! >= least);
  },
  asOne(lines, block) {
    const named = ofLines(block, lines);
    return named >= least && lines.length * block[answered]! - named >= least;
  },
});

/** Figures of groups, with those of the hidden groups as one behind them; groups of nobody say nothing. */
export function asKnown(groups: readonly Block[], hidden: ReadonlySet<number>, people: Block = groups.map(sum)): Block[] {
  const known = groups.filter((_, at) => !hidden.has(at) && people[at]! > 0);
  const others = groups.filter((_, at) => hidden.has(at));
  return others.length === 0 ? known : [...known, others[0]!.map((_, line) => sum(others.map((block) => block[line]!)))];
}

export const inAllOf = (groups: readonly Block[]): Block => groups[0]!.map((_, line) => sum(groups.map((block) => block[line]!)));
