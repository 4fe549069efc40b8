import { listDeskStatements, type DeskState, type DeskStatementView } from '@isegoria/consultations';
import type { ModerationRule } from '@isegoria/content';
import { limits, narrowedUnits, unitsWhere, type Page, type RecordedText } from '@isegoria/kernel';
import { answer, isNotErased, isWithinAny, pageFrom, positionOf, withTexts, wordsOf, type Reading } from '@isegoria/projection';
import type { ReportReason, ReportedKind } from '../report/report.contract';
import { deskKinds, listDesk, type DeskItemView, type DeskKind, type ListDesk } from './desk.contract';
import { titlesOf } from './titles.read-model';

interface Row {
  readonly kind: DeskKind;
  readonly id: string;
  readonly item: ReportedKind;
  readonly itemId: string;
  readonly consultationId: string | null;
  readonly author: string | null;
  readonly text: RecordedText | null;
  readonly state: DeskState;
  readonly reason: string | null;
  readonly rule: ModerationRule | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly version: string;
  readonly at: Date;
  readonly position: string;
  readonly reported: ReportReason | null;
  readonly said: RecordedText | null;
}

/** What is written, hidden words included; what its author took back is not for moderators any more. */
const written = `
  SELECT 'comment' AS item, c.id, c.consultation_id, p.unit, p.language, c.author, coalesce(c.text, h.text) AS text, c.hidden_reason,
    c.hidden_rule, c.decided_by, c.decided_at, c.version, c.submitted_at AS at, c.submitted_position AS position
  FROM comment c JOIN desk_place p USING (consultation_id) LEFT JOIN hidden_words h ON h.id = c.id WHERE c.withdrawn_at IS NULL
  UNION ALL
  SELECT 'question', q.id, q.consultation_id, q.unit, p.language, q.author, coalesce(q.text, h.text), q.hidden_reason,
    q.hidden_rule, q.decided_by, q.decided_at, q.decided_version, q.asked_at, q.asked_position
  FROM question q LEFT JOIN desk_place p USING (consultation_id) LEFT JOIN hidden_words h ON h.id = q.id WHERE q.withdrawn_at IS NULL`;

/** Reports and appeals that wait; of statements another context knows the words, which are added afterwards. */
const about = `
  SELECT 'report' AS kind, r.id, r.item, r.item_id, r.consultation_id, r.unit, p.language, r.text AS said, r.reason AS reported,
    r.reported_at AS at, r.position
  FROM report r LEFT JOIN desk_place p USING (consultation_id) WHERE r.upheld IS NULL
  UNION ALL
  SELECT 'appeal', a.id, a.item, a.item_id, a.consultation_id, a.unit, p.language, a.text, NULL, a.made_at, a.position
  FROM appeal a LEFT JOIN desk_place p USING (consultation_id) WHERE a.granted IS NULL AND ${isNotErased('a.text')}`;

const itemsWritten = `
  SELECT item AS kind, id, item, id AS "itemId", consultation_id AS "consultationId", unit, language, author, text,
    CASE WHEN hidden_reason IS NULL THEN 'shown' ELSE 'hidden' END AS state, hidden_reason AS reason, hidden_rule AS rule,
    decided_by AS "decidedBy", decided_at AS "decidedAt", version, at, position, NULL AS reported, NULL::jsonb AS said
  FROM (${written}) AS written`;

const itemsAbout = `
  SELECT kind, about.id, about.item, about.item_id AS "itemId", about.consultation_id AS "consultationId", about.unit, about.language,
    author, text, CASE WHEN hidden_reason IS NULL THEN 'shown' ELSE 'hidden' END AS state, hidden_reason AS reason, hidden_rule AS rule,
    decided_by AS "decidedBy", decided_at AS "decidedAt", coalesce(version, 0) AS version, about.at, about.position, reported, said
  FROM (${about}) AS about LEFT JOIN (${written}) AS written ON written.id = about.item_id`;

const chosenFrom = (items: string) => `
  SELECT * FROM (${items}) AS desk
  WHERE ${isWithinAny('unit', '$1')} AND kind = ANY ($2) AND ($3::uuid IS NULL OR "consultationId" = $3)
    AND ($4::text IS NULL OR language = $4) AND ($5::text IS NULL OR author = $5) AND ($6::uuid IS NULL OR "itemId" = $6)`;

const chosen: Record<DeskState, string> = {
  waiting: chosenFrom(itemsAbout),
  shown: `${chosenFrom(itemsWritten)} AND state = 'shown'`,
  hidden: `${chosenFrom(itemsWritten)} AND state = 'hidden'`,
};

/** From the tables of this context. */
async function ownItems(reading: Reading, asked: ListDesk, kinds: readonly DeskKind[]): Promise<{ items: DeskItemView[]; count: number }> {
  const { rows, keys, reader } = reading;
  const { state = 'waiting', consultationId = null, language = null, author = null, itemId = null, cursor } = asked;
  const parameters = [narrowedUnits(unitsWhere(reader, 'moderate'), asked.unit), kinds, consultationId, language, author, itemId];
  const after = cursor === undefined ? -1 : positionOf(cursor);
  const found: Row[] = await rows.query(`${chosen[state]} AND position > $7 ORDER BY position LIMIT $8`, [
    ...parameters,
    after,
    limits.pageSize + 1,
  ]);
  const [{ count }]: [{ count: number }] = await rows.query(
    `SELECT count(*)::int AS count FROM (${chosen[state]}) AS all_chosen`,
    parameters,
  );
  const titles = await titlesOf(
    reading,
    found.map((row) => row.consultationId),
  );
  const said = await withTexts(
    keys,
    found,
    (row) => row.said,
    (_, text) => wordsOf(text),
  );
  const items = await withTexts(
    keys,
    found,
    (row) => row.text,
    (row, text) => viewOf(row, wordsOf(text), titles),
  );
  return { count, items: items.map((item, index) => ({ ...item, said: said[index]! })) };
}

function viewOf(row: Row, text: string | null, titles: ReadonlyMap<string | null, string>): DeskItemView {
  const { kind, id, item, itemId, consultationId, author, state, reason, rule, decidedBy, decidedAt, version, at, position, reported } =
    row;
  return {
    ...{ kind, id, item, itemId, consultationId, author, text, state, reason, rule, reported, said: null },
    consultationTitle: titles.get(consultationId) ?? null,
    decidedBy: decidedBy?.slice(0, 8) ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    version: Number(version),
    at: at.toISOString(),
    position: Number(position),
  };
}

const stateOf = { pending: 'waiting', accepted: 'shown', rejected: 'hidden', withdrawn: 'hidden' } as const;

function fromStatement(statement: DeskStatementView): DeskItemView {
  const { id, consultationId, consultationTitle, author, text, status, rejectionReason, rejectionRule } = statement;
  const { decidedBy, decidedAt, version, submittedAt, position } = statement;
  return {
    ...{ kind: 'statement', id, item: 'statement', itemId: id, consultationId, consultationTitle, author, text },
    ...{ state: stateOf[status], reason: rejectionReason, rule: rejectionRule, decidedBy, decidedAt, version },
    ...{ at: submittedAt, position, reported: null, said: null },
  };
}

/** Adds the words of statements to reports and appeals about them. */
async function withStatements({ ask }: Reading, items: readonly DeskItemView[]): Promise<DeskItemView[]> {
  const ids = items.filter(({ kind, item }) => item === 'statement' && kind !== 'statement').map(({ itemId }) => itemId);
  if (ids.length === 0) return [...items];
  const page = await ask(listDeskStatements, { only: [...new Set(ids)].join(',') });
  const known = new Map(page.items.map((statement) => [statement.id, fromStatement(statement)]));
  return items.map((item) => {
    const statement = known.get(item.itemId);
    if (!statement || item.kind === 'statement') return item;
    return { ...statement, kind: item.kind, id: item.id, at: item.at, position: item.position, reported: item.reported, said: item.said };
  });
}

/** Both contexts list by the position in the log, so that one cursor leads through both. */
async function desk(reading: Reading, asked: ListDesk): Promise<Page<DeskItemView>> {
  const kinds = asked.kind === undefined ? deskKinds : [asked.kind];
  const { kind: _, itemId, state = 'waiting', ...shared } = asked;
  const [own, statements] = await Promise.all([
    ownItems(reading, asked, kinds),
    kinds.includes('statement')
      ? reading.ask(listDeskStatements, { ...shared, state, ...(itemId !== undefined && { only: itemId }) })
      : { items: [], count: 0 },
  ]);
  const both = [...own.items, ...statements.items.map(fromStatement)].sort((one, other) => one.position - other.position);
  const page = pageFrom(both, own.count + statements.count, ({ position }) => String(position));
  return { ...page, items: await withStatements(reading, page.items) };
}

export const deskAnswers = [answer(listDesk, ['feedback', 'consultations'], (asked, reading) => desk(reading, asked))];
