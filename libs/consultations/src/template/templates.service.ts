import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EventStore, mustBeTheSameRequest } from '@isegoria/event-sourcing';
import { Rejection, isWithin, limits, mustBeOpen, permitted, unitAbove, type CommandContext } from '@isegoria/kernel';
import { signedIn } from '@isegoria/messaging';
import { standingOf } from '@isegoria/service-host';
import { Tables } from '../tables.service';
import { termsInOrder } from './terms-in-order';
import type {
  ChangeTemplate,
  OneTemplate,
  PhaseTerms,
  SaveTemplate,
  TemplateDraft,
  TemplateSummary,
  TemplateView,
  TemplateWords,
} from './template.contract';

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly note: string | null;
  readonly dates: readonly PhaseTerms[] | null;
  readonly phases: number;
  readonly request: string | null;
  readonly version: number;
  readonly is_withdrawn: boolean;
}
const columns = 'id, unit, name, note, dates, phases, request, version, withdrawn_on IS NOT NULL AS is_withdrawn';

/** What offices begin drafts with. Templates are in no log and count for nothing; no row says who saved it. */
@Injectable()
export class Templates {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

  /** @throws Rejection TOO_MANY_TEMPLATES where the unit has as many as it may */
  async save(context: CommandContext, { unit, draft, ...words }: SaveTemplate): Promise<TemplateSummary> {
    permitted(signedIn(context), 'consult', unit);
    const standing = await standingOf(this.store, unit);
    mustFit(words, draft.phases.length);
    return this.inUnit(unit, async (rows) => {
      const [saved] = await rows.query<Row[]>(`SELECT ${columns} FROM consultations.template WHERE id = $1`, [context.commandId]);
      if (saved) {
        mustBeTheSameRequest(saved.request, context.request);
        return summaryOf(saved);
      }
      mustBeOpen(standing);
      await rows.query('DELETE FROM consultations.template WHERE unit = $1 AND withdrawn_on < current_date - 1', [unit]);
      const [{ count } = { count: 0 }] = await rows.query<{ count: number }[]>(
        'SELECT count(*)::int AS count FROM consultations.template WHERE unit = $1 AND withdrawn_on IS NULL',
        [unit],
      );
      if (count >= limits.templatesMax) throw new Rejection('TOO_MANY_TEMPLATES');
      const [row] = await rows.query<Row[]>(
        `INSERT INTO consultations.template (id, unit, name, note, dates, phases, draft, request)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${columns}`,
        [context.commandId, unit, ...asColumns(words), draft.phases.length, JSON.stringify(draft), context.request ?? null],
      );
      return summaryOf(row!);
    });
  }

  /**
   * Sent twice, it is done once, whatever became of the template: for as long as the row stays.
   * @throws Rejection VERSION_CHANGED where somebody else has changed it since it was read
   */
  async change(context: CommandContext, { unit, templateId, ...words }: ChangeTemplate): Promise<TemplateSummary> {
    permitted(signedIn(context), 'consult', unit);
    const { commandId, request } = context;
    const changed = await this.inUnit(unit, async (rows) => {
      const found = await rowOf(rows, { unit, templateId });
      const isRepeated = (await this.store.answers.find(commandId, request)) !== undefined;
      const row = isRepeated && found ? found : standing(found);
      mustFit(words, row.phases);
      if (!isRepeated) mustBeAsRead(context, row);
      const [name, note, dates] = asColumns(words);
      const sql = 'UPDATE consultations.template SET name = $2, note = $3, dates = $4, version = version + 1 WHERE id = $1';
      if (!isRepeated) await rows.query(sql, [row.id, name, note, dates]);
      return summaryOf({ ...row, name: words.name, note: words.note ?? null, dates: words.dates ?? null });
    });
    // It is in no log: where nothing is said of a position, the answer is that it was done.
    await this.store.answers.keep(commandId, { request, position: 0 });
    return changed;
  }

  /**
   * Sent twice, it is answered alike for a day: so long the row stays, without the draft.
   * @throws Rejection VERSION_CHANGED where somebody else has changed it since it was read
   */
  async withdraw(context: CommandContext, of: OneTemplate): Promise<TemplateSummary> {
    permitted(signedIn(context), 'consult', of.unit);
    return this.inUnit(of.unit, async (rows) => {
      const row = await rowOf(rows, of);
      if (!row) throw new Rejection('NOT_FOUND');
      if (!row.is_withdrawn) mustBeAsRead(context, row);
      const sql = `UPDATE consultations.template SET withdrawn_on = current_date, draft = '{}' WHERE id = $1 AND withdrawn_on IS NULL`;
      await rows.query(sql, [row.id]);
      return summaryOf(row);
    });
  }

  async all(context: CommandContext, unit: string): Promise<TemplateSummary[]> {
    permitted(signedIn(context), 'consult', unit);
    const found = await this.tables.dataSource.query<Row[]>(
      `SELECT ${columns} FROM consultations.template WHERE unit = ANY($1) AND withdrawn_on IS NULL ORDER BY lower(name), id`,
      [withThoseAbove(unit)],
    );
    return found.map(summaryOf);
  }

  /** @param of the unit that wants to use it, which need not be the one that has it */
  async one(context: CommandContext, { unit, templateId }: OneTemplate): Promise<TemplateView> {
    permitted(signedIn(context), 'consult', unit);
    const [found] = await this.tables.dataSource.query<(Row & { readonly draft: TemplateDraft })[]>(
      `SELECT ${columns}, draft FROM consultations.template WHERE id = $1`,
      [templateId],
    );
    const row = standing(found);
    if (!isWithin(unit, row.unit)) throw new Rejection('NOT_FOUND');
    return { ...summaryOf(row), draft: row.draft, version: row.version };
  }

  /** One change after the other, so that many at once do not pass the bound. */
  private inUnit<Result>(unit: string, work: (rows: EntityManager) => Promise<Result>): Promise<Result> {
    return this.tables.dataSource.transaction(async (rows) => {
      await rows.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`templates of ${unit}`]);
      return work(rows);
    });
  }
}

async function rowOf(rows: EntityManager, { unit, templateId }: OneTemplate): Promise<Row | undefined> {
  const [row] = await rows.query<Row[]>(`SELECT ${columns} FROM consultations.template WHERE id = $1 AND unit = $2`, [templateId, unit]);
  return row;
}

/** @throws Rejection NOT_FOUND for what never was and what is withdrawn alike */
function standing<Some extends Row>(row: Some | undefined): Some {
  if (!row || row.is_withdrawn) throw new Rejection('NOT_FOUND');
  return row;
}

/** @throws Rejection VERSION_CHANGED; who was first is not said, as no row says who did what */
function mustBeAsRead({ versions }: CommandContext, { version }: Row): void {
  if (versions && !versions.includes(version)) throw new Rejection('VERSION_CHANGED');
}

/** @throws Rejection VALIDATION_FAILED where not each phase has its dates; DATES_IN_WRONG_ORDER */
function mustFit({ dates }: TemplateWords, phases: number): void {
  if (dates === undefined || dates === null) return;
  if (dates.length === phases) return termsInOrder(dates);
  throw new Rejection('VALIDATION_FAILED', { field: 'dates', params: { constraint: 'arrayMinSize', limit: phases } });
}

const asColumns = ({ name, note, dates }: TemplateWords) => [name, note ?? null, dates ? JSON.stringify(dates) : null] as const;

function summaryOf({ id, unit, name, note, phases, dates }: Row): TemplateSummary {
  return { id, unit, name, note, phases, dates };
}

function withThoseAbove(unit: string): string[] {
  const above = unitAbove(unit);
  return above === undefined ? [unit] : [unit, ...withThoseAbove(above)];
}
