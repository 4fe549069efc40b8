import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { ConsultationsEvent, NoteKind, Recorded } from '@isegoria/contracts';
import { PositionColumn, insertNew, timeOf, type Projection } from '@isegoria/projection';

type DraftNoteKind = Extract<NoteKind, `draft-${string}`>;

/** Something that officials are told of a draft. */
@Entity('office_note')
@Index('office_note_by_consultation', ['consultationId'])
export class OfficeNoteRow {
  @PositionColumn({ primary: true })
  position: number;

  @Column('text')
  kind: DraftNoteKind;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  /** Whose draft it is. That one waits is for everybody else of the office, what was decided for these alone. */
  @Column('jsonb')
  accounts: readonly string[];

  @Column('text', { nullable: true })
  reason: string | null;
}

/** Who wrote the words of a draft that stand, and who asked for their check. */
@Entity('noted_draft')
export class NotedDraftRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('jsonb')
  accounts: readonly string[];
}

export const officeNoteTypes = [
  'ConsultationDrafted',
  'DraftRevised',
  'ConsultationTranslated',
  'ReviewRequested',
  'DraftApproved',
  'DraftSentBack',
  'DraftDiscarded',
] as const satisfies readonly ConsultationsEvent['type'][];

export function officeNotesProjection(): Projection {
  return { name: 'notes/office-notes', entities: [OfficeNoteRow, NotedDraftRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<ConsultationsEvent>[]) await applyOne(event, rows);
}

async function applyOne(event: Recorded<ConsultationsEvent>, rows: EntityManager): Promise<void> {
  const { type, data } = event;
  switch (type) {
    case 'ConsultationDrafted':
      return insertNew(rows, NotedDraftRow, [{ id: data.consultationId, accounts: [data.by] }]);
    case 'DraftRevised':
      await rows.update(NotedDraftRow, { id: data.consultationId }, { accounts: [data.by] });
      return waitsNoLonger(rows, data.consultationId);
    case 'ReviewRequested': {
      const draft = await rows.findOneBy(NotedDraftRow, { id: data.consultationId });
      if (!draft) return;
      const accounts = [...new Set([draft.accounts[0]!, data.by])];
      await rows.update(NotedDraftRow, { id: draft.id }, { accounts });
      return tell(event, { kind: 'draft-waiting', consultationId: draft.id, accounts, reason: null }, rows);
    }
    case 'DraftApproved':
      return tellOwners(event, { kind: 'draft-approved', consultationId: data.consultationId, reason: null }, rows);
    case 'DraftSentBack':
      return tellOwners(event, { kind: 'draft-sent-back', consultationId: data.consultationId, reason: data.reason }, rows);
    // What was translated since is not what somebody was asked to check.
    case 'ConsultationTranslated':
    case 'DraftDiscarded':
      return waitsNoLonger(rows, data.consultationId);
  }
}

type Told = Pick<OfficeNoteRow, 'kind' | 'consultationId' | 'reason'>;

async function tellOwners(event: Recorded, told: Told, rows: EntityManager): Promise<void> {
  await waitsNoLonger(rows, told.consultationId);
  const draft = await rows.findOneBy(NotedDraftRow, { id: told.consultationId });
  if (draft) await tell(event, { ...told, accounts: draft.accounts }, rows);
}

const tell = (event: Recorded, told: Told & Pick<OfficeNoteRow, 'accounts'>, rows: EntityManager) =>
  insertNew(rows, OfficeNoteRow, [{ position: event.position, at: timeOf(event), ...told }]);

/** Nobody is told, later, of work that somebody else did or that is none any more. */
async function waitsNoLonger(rows: EntityManager, consultationId: string): Promise<void> {
  await rows.delete(OfficeNoteRow, { consultationId, kind: 'draft-waiting' });
}
