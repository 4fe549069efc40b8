import { IsInt } from 'class-validator';
import { query } from '@isegoria/kernel';
import { OfConsultation } from '../consultation/of-consultation.contract';

/** A stream of server-sent events, `advanced` each time, and no JSON. */
export class LiveUpdate {
  @IsInt() readonly position: number;
}
export class WatchConsultation extends OfConsultation {}
export const watchConsultation = query(WatchConsultation, LiveUpdate, {
  route: 'GET /consultations/:consultationId/live',
  may: 'anyone',
  summary: 'Server-sent events: `advanced` whenever the results changed',
  type: 'text/event-stream',
});
