import { IsISO8601, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { HasNoPicture, IsPlainText, command, event, limits, type DomainEvent } from '@isegoria/kernel';
import { consultations, sampleIds } from '../streams.contract';

export class PublishOutcome {
  @IsUUID()
  consultationId: string;

  /** Markdown: what people said. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.bodyLength)
  youSaid: string;

  /** Markdown: what was done about it, or why not. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.bodyLength)
  weDid: string;
}
export const publishOutcome = command(PublishOutcome, {
  route: 'POST /consultations/:consultationId/outcome',
  may: 'consult',
  summary: 'Publish what people said and what was done',
  versionedBy: ['OutcomePublished'],
});

export class OutcomeView {
  @IsString() readonly youSaid: string;
  @IsString() readonly weDid: string;
  @IsISO8601() readonly publishedAt: string;
  @IsInt() readonly version: number;
}

const { consultationId, by } = sampleIds;

export type OutcomePublished = DomainEvent<'OutcomePublished', { consultationId: string; youSaid: string; weDid: string; by: string }>;
export const outcomePublished = event<OutcomePublished>('OutcomePublished', {
  stream: consultations,
  says: 'Closes the loop: "you said, we did". Again: a revision; the earlier one stays in the log.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { consultationId, youSaid: 'You want a pool.', weDid: 'We build one.', by },
});
