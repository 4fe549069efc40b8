import { Column, Entity, In, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import {
  inGeneral,
  noteSubjects,
  type ConsultationsEvent,
  type FeedbackEvent,
  type ModerationRule,
  type NoteKind,
  type OfficialAnswerPublished,
  type Recorded,
} from '@isegoria/contracts';
import { contextOfReport } from '@isegoria/feedback/read-models';
import { PositionColumn, insertNew, timeOf, type Projection } from '@isegoria/projection';

/** Something that is to be told: to the author of a contribution, or to everybody who took part. Nobody is named but by pseudonym. */
@Entity('note')
@Index('note_by_context', ['context', 'position'])
export class NoteRow {
  @PositionColumn({ primary: true })
  position: number;

  @Column('text')
  kind: NoteKind;

  @Column('timestamptz')
  at: Date;

  /** In which the pseudonym is the author's: a consultation, what stands for questions in general, or reports of one thing. */
  @Column('text')
  context: string;

  @Column('uuid', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  /** Null: everybody who took part, or whoever wrote the text of a survey, which rows of other contexts say. */
  @Column('text', { nullable: true })
  author: string | null;

  @Column('uuid', { name: 'about_id' })
  aboutId: string;

  @Column('text', { nullable: true })
  reason: string | null;

  /** The rule that the reason names. */
  @Column('text', { nullable: true })
  rule: ModerationRule | null;
}

/** Whose a contribution is; a report is its own author, whose name only the one finds who made it. */
@Entity('noted_contribution')
@Index('noted_contribution_by_author', ['author'])
export class NotedContributionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  context: string;

  @Column('uuid', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  @Column('text')
  author: string;

  /** How often it was answered. */
  @Column('int', { default: 0 })
  answers: number;
}

/** With its last phase a consultation closes. */
@Entity('noted_phase')
@Index('noted_phase_by_consultation', ['consultationId'])
export class NotedPhaseRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('boolean', { default: false })
  closed: boolean;
}

type Told = ConsultationsEvent | FeedbackEvent;

export const noteTypes = [
  'StatementSubmitted',
  'StatementAccepted',
  'StatementRejected',
  'StatementDecisionUndone',
  'CommentSubmitted',
  'CommentHidden',
  'CommentRestored',
  'QuestionAsked',
  'QuestionAnswered',
  'QuestionHidden',
  'QuestionRestored',
  'ContributionReported',
  'ReportDecided',
  'ConsultationPublished',
  'PhaseClosed',
  'PhaseDatesChanged',
  'ConsultationCorrected',
  'ConsultationCancelled',
  'ConsultationClosed',
  'AnswerTermChanged',
  'OfficialAnswerPublished',
  'MilestoneSet',
  'OutcomePublished',
] as const satisfies readonly Told['type'][];

export function notesProjection(): Projection {
  return { name: 'notes/notes', entities: [NoteRow, NotedContributionRow, NotedPhaseRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<Told>[];
  await insertNew(rows, NotedContributionRow, relevant.flatMap(contributed));
  await insertNew(rows, NotedPhaseRow, relevant.flatMap(phasesIn));
  for (const event of relevant) {
    const note = await noteOf(event, rows);
    const addressed = note && (await addressedTo(note, rows));
    if (!addressed) continue;
    const { kind, reason = null, rule = null } = note;
    await insertNew(rows, NoteRow, [{ position: event.position, at: timeOf(event), kind, reason, rule, ...addressed }]);
  }
}

/** To nobody where a contribution has no author: those of the office have none. */
async function addressedTo(note: Note, rows: EntityManager): Promise<Addressed | undefined> {
  if ('everybodyIn' in note) {
    const { everybodyIn: consultationId, ofWords } = note;
    return { context: consultationId, consultationId, author: null, aboutId: ofWords ?? consultationId };
  }
  const found = await rows.findOneBy(NotedContributionRow, { id: note.about });
  return found ? { context: found.context, consultationId: found.consultationId, author: found.author, aboutId: note.about } : undefined;
}

type Addressed = Pick<NoteRow, 'context' | 'consultationId' | 'author' | 'aboutId'>;

type Note = { readonly kind: NoteKind; readonly reason?: string; readonly rule?: ModerationRule } & (
  { readonly about: string } | { readonly everybodyIn: string; readonly ofWords?: string }
);

async function noteOf({ type, data }: Recorded<Told>, rows: EntityManager): Promise<Note | undefined> {
  switch (type) {
    case 'StatementAccepted':
      return { kind: 'statement-accepted', about: data.statementId };
    case 'StatementRejected':
      return { kind: 'statement-rejected', about: data.statementId, ...why(data) };
    case 'StatementDecisionUndone':
      await rows.delete(NoteRow, { context: data.consultationId, aboutId: data.statementId, kind: In(noteSubjects.decisions) });
      return { kind: 'statement-waiting', about: data.statementId };
    case 'CommentHidden':
      return { kind: 'comment-hidden', about: data.commentId, ...why(data) };
    case 'CommentRestored':
      return { kind: 'comment-restored', about: data.commentId, ...why(data) };
    case 'QuestionHidden':
      return { kind: 'question-hidden', about: data.questionId, ...why(data) };
    case 'QuestionRestored':
      return { kind: 'question-restored', about: data.questionId, ...why(data) };
    case 'QuestionAnswered':
      return { kind: (await isFirstAnswer(rows, data.questionId)) ? 'question-answered' : 'answer-revised', about: data.questionId };
    case 'ReportDecided':
      return { kind: data.upheld ? 'report-upheld' : 'report-dismissed', about: data.reportId, ...why(data) };
    case 'PhaseClosed':
      return (await closes(rows, 'id', data.phaseId, data.consultationId)) ? closed(data.consultationId) : undefined;
    case 'ConsultationClosed':
      return (await closes(rows, 'consultation_id', data.consultationId, data.consultationId))
        ? { ...closed(data.consultationId), reason: data.reason }
        : undefined;
    case 'PhaseDatesChanged':
      return { kind: 'dates-changed', everybodyIn: data.consultationId, reason: data.reason };
    case 'ConsultationCorrected':
      return { kind: 'consultation-corrected', everybodyIn: data.consultationId, reason: data.note };
    case 'ConsultationCancelled':
      return { kind: 'consultation-cancelled', everybodyIn: data.consultationId, reason: data.reason };
    case 'AnswerTermChanged':
      return { kind: 'answer-term-changed', everybodyIn: data.consultationId, reason: data.reason };
    case 'OfficialAnswerPublished':
      return answeredIn(data);
    case 'MilestoneSet': {
      const { consultationId: everybodyIn, note } = data;
      return note === null ? { kind: 'milestone-planned', everybodyIn } : { kind: 'milestone-changed', everybodyIn, reason: note };
    }
    case 'OutcomePublished':
      return {
        kind: (await isFirstOutcome(rows, data.consultationId)) ? 'outcome-published' : 'outcome-revised',
        everybodyIn: data.consultationId,
      };
    default:
      return undefined;
  }
}

/** Whoever made a statement, or wrote a text or something to a paragraph, is told of its answer, everybody of that to an activity. */
function answeredIn({ consultationId, about, aboutId, note }: OfficialAnswerPublished['data']): Note {
  const corrected = note === null ? {} : { reason: note };
  if (about === 'statement')
    return { kind: note === null ? 'statement-answered' : 'statement-answer-corrected', about: aboutId, ...corrected };
  if (about === 'text')
    return { kind: note === null ? 'text-answered' : 'text-answer-corrected', everybodyIn: consultationId, ofWords: aboutId, ...corrected };
  if (about === 'paragraph') {
    const kind = note === null ? 'paragraph-answered' : 'paragraph-answer-corrected';
    return { kind, everybodyIn: consultationId, ofWords: aboutId, ...corrected };
  }
  return { kind: note === null ? 'activity-answered' : 'activity-answer-corrected', everybodyIn: consultationId, ...corrected };
}

const why = ({ reason, rule }: { reason: string; rule?: ModerationRule }) => ({ reason, ...(rule && { rule }) });

const closed = (everybodyIn: string) => ({ kind: 'consultation-closed', everybodyIn }) as const;

async function isFirstAnswer(rows: EntityManager, questionId: string): Promise<boolean> {
  await rows.increment(NotedContributionRow, { id: questionId }, 'answers', 1);
  return (await rows.findOneBy(NotedContributionRow, { id: questionId }))?.answers === 1;
}

/** Outcomes of the same batch before this one are in the rows. */
async function isFirstOutcome(rows: EntityManager, context: string): Promise<boolean> {
  return !(await rows.existsBy(NoteRow, { context, kind: 'outcome-published' }));
}

/** Closes one phase or all of a consultation. @returns whether none is open any longer, and one was before */
async function closes(rows: EntityManager, by: 'id' | 'consultation_id', id: string, consultationId: string): Promise<boolean> {
  const [ended]: [unknown[]] = await rows.query(`UPDATE noted_phase SET closed = true WHERE ${by} = $1 AND NOT closed RETURNING id`, [id]);
  return ended.length > 0 && !(await rows.existsBy(NotedPhaseRow, { consultationId, closed: false }));
}

function contributed({ type, data }: Recorded<Told>): NotedContributionRow[] {
  const of = (id: string, consultationId: string | null, author: string | null) =>
    author === null ? [] : [{ id, context: consultationId ?? inGeneral, consultationId, author, answers: 0 }];
  if (type === 'StatementSubmitted') return of(data.statementId, data.consultationId, data.author);
  if (type === 'CommentSubmitted') return of(data.commentId, data.consultationId, data.author);
  if (type === 'ContributionReported') {
    const { reportId: id, item, itemId, consultationId } = data;
    return [{ id, context: contextOfReport(item, itemId), consultationId, author: id, answers: 0 }];
  }
  return type === 'QuestionAsked' ? of(data.questionId, data.consultationId, data.author) : [];
}

function phasesIn({ type, data }: Recorded<Told>): NotedPhaseRow[] {
  if (type !== 'ConsultationPublished') return [];
  return data.phases.map(({ phaseId }) => ({ id: phaseId, consultationId: data.consultationId, closed: false }));
}
