import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PositionColumn, insertNew, timeOf } from '@isegoria/projection';
import { rowsOfAct } from '../official-act/official-act.read-model';
import type { PhaseDates } from '../phase/phase.contract';
import { giveDates } from '../phase/phase-dates.read-model';
import type { PhaseDatesChanged } from './change-of-dates.contract';

@Entity('date_change')
export class DateChangeRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PositionColumn({ primary: true })
  position: number;

  @Column('uuid', { name: 'phase_id' })
  phaseId: string;

  @Column('jsonb')
  before: PhaseDates;

  @Column('jsonb')
  after: PhaseDates;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

export const changeOfDatesRows = rowsOfAct<PhaseDatesChanged>({
  type: 'PhaseDatesChanged',
  entities: [DateChangeRow],

  async apply(event, rows) {
    const { consultationId, phaseId, opensAt, closesAt, reason } = event.data;
    const phases = await giveDates(rows, consultationId, [event.data]);
    const phase = phases?.find(({ id }) => id === phaseId);
    if (!phase?.opensAt || !phase.closesAt) return;
    const [before, after] = [
      { opensAt: phase.opensAt, closesAt: phase.closesAt },
      { opensAt, closesAt },
    ];
    const change = { consultationId, position: event.position, phaseId, before, after, reason, changedAt: timeOf(event) };
    await insertNew(rows, DateChangeRow, [change]);
  },

  async view(rows, consultationId) {
    const changes = await rows.getRepository(DateChangeRow).find({ where: { consultationId }, order: { position: 'ASC' } });
    return {
      dateChanges: changes.map(({ phaseId, before, after, reason, changedAt }) => {
        return { phaseId, before, after, reason, changedAt: changedAt.toISOString() };
      }),
    };
  },
});
