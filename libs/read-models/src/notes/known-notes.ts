import type { EntityManager } from 'typeorm';
import { inGeneral, type NoteKind } from '@isegoria/contracts';
import type { KnownNote, KnownNotes, PseudonymIn } from '@isegoria/identity/service';
import { liveSchema } from '@isegoria/projection';

const notes = liveSchema('notes');
const consultations = liveSchema('consultations');

interface Found {
  readonly position: string;
  readonly kind: NoteKind;
  readonly at: Date;
  readonly context: string;
  readonly title: string | null;
  readonly about_id: string;
  readonly reason: string | null;
}

/** Took part: cast something there, or wrote something. Is put behind a person of a context. */
const tookPart = `(
  EXISTS (SELECT FROM ${notes}.noted_contribution own WHERE own.author = person.pseudonym AND own.context = person.context)
  OR EXISTS (SELECT FROM ${consultations}.participant JOIN ${consultations}.activity ON activity.id = participant.activity_id
    WHERE participant.voter = person.pseudonym AND activity.consultation_id::text = person.context))`;

/** The answers for the identity service, from the rows of all contexts. */
export const knownNotes: KnownNotes = {
  async upTo(rows: EntityManager): Promise<number> {
    // What everybody is told of must be in the rows that say who took part.
    const [row]: [{ position: string | null }?] = await rows.query(
      `SELECT least((SELECT position FROM ${notes}.checkpoint), (SELECT position FROM ${consultations}.checkpoint)) AS position`,
    );
    return Number(row?.position ?? -1);
  },

  async of(rows, pseudonymIn: PseudonymIn, { after, upTo, kinds, limit }): Promise<KnownNote[]> {
    const contexts: { context: string }[] = await rows.query(
      `SELECT DISTINCT context FROM ${notes}.note WHERE position > $1 AND position <= $2`,
      [after, upTo],
    );
    const named = await Promise.all(contexts.map(({ context }) => pseudonymIn(context)));
    const found: Found[] = await rows.query(
      `SELECT note.*, consultation.title
       FROM unnest($1::text[], $2::text[]) AS person (context, pseudonym) JOIN ${notes}.note ON note.context = person.context
       LEFT JOIN ${consultations}.consultation ON consultation.id::text = note.context
       WHERE note.position > $3 AND note.position <= $4 AND note.kind = ANY ($5)
         AND (note.author = person.pseudonym OR (note.author IS NULL AND ${tookPart}))
       ORDER BY note.position DESC LIMIT $6`,
      [contexts.map(({ context }) => context), named, after, upTo, kinds, limit],
    );
    return found.map(({ position, at, context, title, about_id, ...note }) => ({
      position: Number(position),
      kind: note.kind,
      reason: note.reason,
      at: at.toISOString(),
      consultationId: context === inGeneral ? null : context,
      consultationTitle: title,
      aboutId: about_id,
    }));
  },

  async authorsIn(rows, { after, upTo }): Promise<string[]> {
    const found: { author: string }[] = await rows.query(
      `SELECT DISTINCT author FROM ${notes}.note WHERE position > $1 AND position <= $2 AND author IS NOT NULL ORDER BY author`,
      [after, upTo],
    );
    return found.map(({ author }) => author);
  },

  async consultationsIn(rows, { after, upTo }): Promise<string[]> {
    const found: { context: string }[] = await rows.query(
      `SELECT DISTINCT context FROM ${notes}.note WHERE position > $1 AND position <= $2 AND author IS NULL ORDER BY context`,
      [after, upTo],
    );
    return found.map(({ context }) => context);
  },

  async participantsAmong(rows, consultationId, pseudonyms): Promise<string[]> {
    const found: { pseudonym: string }[] = await rows.query(
      `SELECT pseudonym FROM (SELECT $1::text AS context, unnest($2::text[]) AS pseudonym) AS person WHERE ${tookPart}`,
      [consultationId, pseudonyms],
    );
    return found.map(({ pseudonym }) => pseudonym);
  },
};
