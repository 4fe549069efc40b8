import type { EntityManager } from 'typeorm';
import { QuotaTakenRow } from '../quota-rows.read-model';

/** A response that wants a place. */
export interface Wanting {
  readonly channel: string;
  readonly key: string;
  readonly cells: readonly string[];
  readonly came: number;
}

export interface Placed extends Wanting {
  /** Whether it has no place so far. */
  readonly beyond: boolean;
}

interface OfSurvey {
  readonly activityId: string;
  /** By quota, how many places it has. */
  readonly most: ReadonlyMap<string, number>;
  /** How many responses are read at once: memory does not grow with a survey. */
  readonly atOnce: number;
  readonly rows: EntityManager;
  /** Called with those whose place changes. */
  readonly count: (responses: readonly Placed[]) => Promise<void>;
}

/**
 * Gives the places of a survey to the standing responses, in the order in which they came to their answers: each takes one in all of its
 * quotas, or in none where one of them is full by those before it. Who has one is told by who stands and nothing else, so that rows are the
 * same however many events are projected at once. Only what a change may move is read: responses in quotas that more want than there are
 * places, from the change on until all quotas hold as many as before.
 */
export class PlacesInTurn {
  private constructor(
    private readonly survey: OfSurvey,
    private readonly wanted: Map<string, number>,
    private readonly taken: Map<string, number>,
  ) {}

  static async of(survey: OfSurvey): Promise<PlacesInTurn> {
    const known = await survey.rows.findBy(QuotaTakenRow, { activityId: survey.activityId });
    const wanted = new Map(known.map((row) => [row.cell, row.wanted]));
    const taken = new Map(known.map((row) => [row.cell, row.taken]));
    return new PlacesInTurn(survey, wanted, taken);
  }

  /** Of responses that stand no more in the rows. */
  async leave(gone: readonly Placed[]): Promise<void> {
    const contested = this.contested();
    const holders = gone.filter(({ beyond }) => !beyond);
    const drift = new Map<string, number>();
    for (const { cells } of gone) add(this.wanted, cells, -1);
    for (const { cells } of holders) for (const counts of [this.taken, drift]) add(counts, cells, -1);
    await this.walk(
      holders.filter(({ cells }) => cells.some((cell) => contested.has(cell))),
      contested,
      drift,
    );
  }

  /** Of responses that stand in the rows from now on, and are beyond there until they have a place. */
  async come(all: readonly Wanting[]): Promise<void> {
    for (const { cells } of all) add(this.wanted, cells, 1);
    const contested = this.contested();
    const isContested = ({ cells }: Wanting) => cells.some((cell) => contested.has(cell));
    const free = all.filter((one) => !isContested(one));
    for (const { cells } of free) add(this.taken, cells, 1);
    await this.keep(free.map((one) => ({ ...one, beyond: false })));
    await this.walk(all.filter(isContested), contested, new Map());
  }

  async save(): Promise<void> {
    const { wanted, taken } = this;
    const { activityId, rows } = this.survey;
    const counts = [...wanted].map(([cell, n]) => ({ activityId, cell, wanted: n, taken: taken.get(cell) ?? 0 }));
    if (counts.length > 0) await rows.upsert(QuotaTakenRow, counts, ['activityId', 'cell']);
    await rows.delete(QuotaTakenRow, { activityId, wanted: 0 });
  }

  /** Quotas that somebody finds full, and the only ones that say no. */
  private contested(): ReadonlySet<string> {
    return new Set([...this.survey.most].filter(([cell, most]) => (this.wanted.get(cell) ?? 0) > most).map(([cell]) => cell));
  }

  /** @param drift by how much more places are taken before the walk begins to look at those behind what moved */
  private async walk(moved: readonly Wanting[], contested: ReadonlySet<string>, drift: Map<string, number>): Promise<void> {
    if (moved.length === 0) return;
    const [first, last] = [Math.min(...moved.map(({ came }) => came)), Math.max(...moved.map(({ came }) => came))];
    const before = await this.takenBefore(first, contested);
    const isSettled = () => [...contested].every((cell) => !drift.get(cell));
    for (let from = first; ; ) {
      const page = await this.inTurn(from, contested);
      const changes: Placed[] = [];
      let isDone = page.length < this.survey.atOnce;
      for (const one of page) {
        if (one.came > last && isSettled()) {
          isDone = true;
          break;
        }
        const asked = one.cells.filter((cell) => contested.has(cell));
        const beyond = asked.some((cell) => (before.get(cell) ?? 0) >= this.survey.most.get(cell)!);
        if (!beyond) add(before, asked, 1);
        if (beyond === one.beyond) continue;
        for (const counts of [this.taken, drift]) add(counts, one.cells, beyond ? -1 : 1);
        changes.push({ ...one, beyond });
      }
      await this.keep(changes);
      if (isDone) return;
      from = page.at(-1)!.came + 1;
    }
  }

  private async takenBefore(came: number, contested: ReadonlySet<string>): Promise<Map<string, number>> {
    const behind: { cell: string; n: number }[] = await this.survey.rows.query(
      `SELECT cell, count(*)::int AS n FROM quota_response CROSS JOIN LATERAL unnest(cells) AS cell
       WHERE activity_id = $1 AND stands AND came >= $2 AND NOT beyond AND cell = ANY ($3) GROUP BY cell`,
      [this.survey.activityId, came, [...contested]],
    );
    const before = new Map([...contested].map((cell) => [cell, this.taken.get(cell) ?? 0]));
    for (const { cell, n } of behind) before.set(cell, before.get(cell)! - n);
    return before;
  }

  private async inTurn(from: number, contested: ReadonlySet<string>): Promise<Placed[]> {
    const found: (Omit<Placed, 'came'> & { came: string })[] = await this.survey.rows.query(
      `SELECT channel, key, cells, came, beyond FROM quota_response
       WHERE activity_id = $1 AND stands AND came >= $2 AND cells && $3 ORDER BY came LIMIT $4`,
      [this.survey.activityId, from, [...contested], this.survey.atOnce],
    );
    return found.map((one) => ({ ...one, came: Number(one.came) }));
  }

  private async keep(responses: readonly Placed[]): Promise<void> {
    if (responses.length === 0) return;
    await this.survey.rows.query(
      `UPDATE quota_response SET beyond = now.beyond FROM json_to_recordset($2) AS now (channel text, key text, beyond boolean)
       WHERE activity_id = $1 AND quota_response.channel = now.channel AND quota_response.key = now.key`,
      [this.survey.activityId, JSON.stringify(responses.map(({ channel, key, beyond }) => ({ channel, key, beyond })))],
    );
    await this.survey.count(responses);
  }
}

function add(counts: Map<string, number>, cells: readonly string[], n: number): void {
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + n);
}
