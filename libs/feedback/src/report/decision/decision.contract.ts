import { IsBoolean, IsUUID } from 'class-validator';
import { ModeratorsDecision } from '@isegoria/content';
import { command, event, type DomainEvent } from '@isegoria/kernel';
import type { Reasoned } from '../../moderation/decided.contract';
import { reportId, reports } from './reports.contract';

/** What is reported rightly is hidden first. */
export class DecideReport extends ModeratorsDecision {
  @IsUUID()
  reportId: string;

  @IsBoolean()
  upheld: boolean;
}
export const decideReport = command(DecideReport, {
  route: 'POST /reports/:reportId/decision',
  may: 'moderate',
  summary: 'Uphold a report of something that is hidden by now, or dismiss it, with the reason',
});

export type ReportDecided = DomainEvent<'ReportDecided', Reasoned & { reportId: string; upheld: boolean }>;
export const reportDecided = event<ReportDecided>('ReportDecided', {
  stream: reports,
  says: 'A moderator decides on a report: what it is about is hidden (`upheld`), or stays.',
  may: 'moderate',
  sample: { reportId, upheld: false, by: '0ff1ce00-0000-4000-8000-000000000001', reason: 'It names nobody.' },
});
