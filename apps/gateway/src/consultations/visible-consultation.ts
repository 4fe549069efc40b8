import type { DataSource } from 'typeorm';
import { Rejection, type Actor, type ConsultationView } from '@isegoria/contracts';
import { consultationById } from '@isegoria/read-models';
import { hasRole, offices } from '../request/actor';

/** The consultation, if this reader may see it: drafts, and all that belongs to them, are for officials. @throws Rejection CONSULTATION_NOT_FOUND */
export async function visibleConsultation(dataSource: DataSource, consultationId: string, reader: Actor | undefined): Promise<ConsultationView> {
  const consultation = await consultationById(dataSource, consultationId, { now: new Date() });
  if (!consultation || (consultation.phase === 'draft' && !hasRole(reader, offices))) throw new Rejection('CONSULTATION_NOT_FOUND');
  return consultation;
}
