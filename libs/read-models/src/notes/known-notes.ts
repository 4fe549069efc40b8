import type { EntityManager } from 'typeorm';
import { noteSubjects, rolesWith, type ModerationRule, type NoteKind } from '@isegoria/contracts';
import { ofItsParagraph } from '@isegoria/consultations/read-models';
import { reportIdFrom } from '@isegoria/feedback/read-models';
import type { KnownNote, KnownNotes, PersonToTell, WhichNotes } from '@isegoria/identity/service';
import { isWithinAny, liveSchema } from '@isegoria/projection';

const notes = liveSchema('notes');
const consultations = liveSchema('consultations');
const feedback = liveSchema('feedback');
const identity = liveSchema('identity');

interface Found {
  readonly position: string;
  readonly kind: NoteKind;
  readonly at: Date;
  readonly consultation_id: string | null;
  readonly title: string | null;
  readonly about_id: string;
  readonly reason: string | null;
  readonly rule: ModerationRule | null;
}

interface InContext {
  readonly context: string;
  readonly isOfReport: boolean;
}

/** SQL: whether a note is for the one who reported something. */
const ofReport = `kind IN (${noteSubjects.reports.map((kind) => `'${kind}'`).join(', ')})`;

/** What stands for the person as the author of a note: reports name nobody, so that their ids do. */
const nameIn = ({ isOfReport }: InContext, pseudonym: string) => (isOfReport ? reportIdFrom(pseudonym) : pseudonym);

/** Took part: cast something there, wrote or supported something. Is put behind a person of a context. */
const tookPart = `(
  EXISTS (SELECT FROM ${notes}.noted_contribution own WHERE own.author = person.pseudonym AND own.context = person.context)
  OR EXISTS (SELECT FROM ${consultations}.participant JOIN ${consultations}.activity ON activity.id = participant.activity_id
    WHERE participant.voter = person.pseudonym AND activity.consultation_id::text = person.context)
  OR EXISTS (SELECT FROM ${feedback}.support WHERE support.supporter = person.pseudonym))`;

/** SQL: who wrote a text of a survey that was answered, or wrote something to a paragraph that was. Stands behind a person of a context. */
const wroteText = `EXISTS (SELECT FROM ${consultations}.official_answer answered
  JOIN ${consultations}.survey_text written ON written.activity_id = answered.activity_id AND written.text = answered.named
  WHERE answered.about_id = note.about_id AND written.voter = person.pseudonym)`;
const wroteToParagraph = `EXISTS (SELECT FROM ${consultations}.official_answer answered
  JOIN ${consultations}.statement written ON ${ofItsParagraph('answered', 'written')}
  WHERE answered.about_id = note.about_id AND written.author = person.pseudonym)`;

/** SQL: whether a note that names no author is for the person. */
const isFor = `CASE WHEN kind LIKE 'text-%' THEN ${wroteText} WHEN kind LIKE 'paragraph-%' THEN ${wroteToParagraph} ELSE ${tookPart} END`;

const isOfDraft = (kind: NoteKind) => (noteSubjects.drafts as readonly NoteKind[]).includes(kind);

type Rows = Parameters<KnownNotes['of']>[0];

async function ofContributions(rows: Rows, { pseudonymIn }: PersonToTell, { after, upTo, kinds, limit }: WhichNotes): Promise<Found[]> {
  if (kinds.every(isOfDraft)) return [];
  const contexts: InContext[] = await rows.query(
    `SELECT DISTINCT context, ${ofReport} AS "isOfReport" FROM ${notes}.note WHERE position > $1 AND position <= $2`,
    [after, upTo],
  );
  const named = await Promise.all(contexts.map(async (of) => nameIn(of, await pseudonymIn(of.context))));
  return rows.query(
    `SELECT note.*, consultation.title
     FROM unnest($1::text[], $2::text[]) AS person (context, pseudonym) JOIN ${notes}.note ON note.context = person.context
     LEFT JOIN ${consultations}.consultation ON consultation.id = note.consultation_id
     WHERE note.position > $3 AND note.position <= $4 AND note.kind = ANY ($5)
       AND (note.author = person.pseudonym OR (note.author IS NULL AND ${isFor}))
     ORDER BY note.position DESC LIMIT $6`,
    [contexts.map(({ context }) => context), named, after, upTo, kinds, limit],
  );
}

/** Of drafts in units where the person works on them: titles of drafts are for nobody else, also once a role has ended. */
async function ofDrafts(rows: Rows, { accountId, units }: PersonToTell, { after, upTo, kinds, limit }: WhichNotes): Promise<Found[]> {
  if (units.length === 0 || !kinds.some(isOfDraft)) return [];
  return rows.query(
    `SELECT note.position, kind, at, consultation_id, title, consultation_id AS about_id, reason, NULL AS rule
     FROM ${notes}.office_note AS note JOIN ${consultations}.consultation ON consultation.id = note.consultation_id
     WHERE note.position > $1 AND note.position <= $2 AND kind = ANY ($3) AND ${isWithinAny('consultation.unit', '$4')}
       AND (kind = 'draft-waiting') <> (accounts ? $5)
     ORDER BY note.position DESC LIMIT $6`,
    [after, upTo, kinds, units, accountId, limit],
  );
}

/** The answers for the identity service, from the rows of all contexts. */
export const knownNotes: KnownNotes = {
  async upTo(rows: EntityManager): Promise<number> {
    // What everybody is told of must be in the rows that say who took part.
    const [row]: [{ position: string | null }?] = await rows.query(
      `SELECT least(${[notes, consultations, feedback, identity].map((group) => `(SELECT position FROM ${group}.checkpoint)`).join(', ')}) AS position`,
    );
    return Number(row?.position ?? -1);
  },

  async of(rows, person, which): Promise<KnownNote[]> {
    const found = [...(await ofContributions(rows, person, which)), ...(await ofDrafts(rows, person, which))];
    const newest = found.toSorted((one, other) => Number(other.position) - Number(one.position)).slice(0, which.limit);
    return newest.map(({ position, at, consultation_id: consultationId, title, about_id, ...note }) => ({
      position: Number(position),
      kind: note.kind,
      reason: note.reason,
      rule: note.rule,
      at: at.toISOString(),
      consultationId,
      consultationTitle: title,
      aboutId: about_id,
    }));
  },

  async authorsIn(rows, { after, upTo }): Promise<string[]> {
    const found: { author: string }[] = await rows.query(
      `SELECT DISTINCT author FROM ${notes}.note
       WHERE position > $1 AND position <= $2 AND author IS NOT NULL AND NOT ${ofReport} ORDER BY author`,
      [after, upTo],
    );
    return found.map(({ author }) => author);
  },

  async officialsIn(rows, { after, upTo }): Promise<string[]> {
    const found: { id: string }[] = await rows.query(
      `SELECT DISTINCT account.id FROM ${notes}.office_note AS note
         JOIN ${consultations}.consultation ON consultation.id = note.consultation_id
         JOIN ${identity}.account ON EXISTS (
           SELECT FROM jsonb_to_recordset(account.roles) AS held (role text, unit text)
           WHERE held.role = ANY ($3) AND ${isWithinAny('consultation.unit', 'ARRAY[held.unit]')})
       WHERE note.position > $1 AND note.position <= $2 ORDER BY account.id`,
      [after, upTo, rolesWith.consult],
    );
    return found.map(({ id }) => id);
  },

  async contextsIn(rows, { after, upTo }): Promise<string[]> {
    const found: { context: string }[] = await rows.query(
      `SELECT DISTINCT context FROM ${notes}.note
       WHERE position > $1 AND position <= $2 AND (author IS NULL OR ${ofReport}) ORDER BY context`,
      [after, upTo],
    );
    return found.map(({ context }) => context);
  },

  async concernedAmong(rows, context, pseudonyms): Promise<string[]> {
    const reports: { id: string }[] = await rows.query(`SELECT author AS id FROM ${notes}.note WHERE context = $1 AND ${ofReport}`, [context]);
    if (reports.length > 0) {
      const made = new Set(reports.map(({ id }) => id));
      return pseudonyms.filter((pseudonym) => made.has(reportIdFrom(pseudonym)));
    }
    const found: { pseudonym: string }[] = await rows.query(
      `SELECT pseudonym FROM (SELECT $1::text AS context, unnest($2::text[]) AS pseudonym) AS person WHERE ${tookPart}`,
      [context, pseudonyms],
    );
    return found.map(({ pseudonym }) => pseudonym);
  },
};
