import { IsISO8601, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  HasNoPicture,
  IsPlainText,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  type DomainEvent,
} from '@isegoria/kernel';
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

  /** What is changed and why, for everybody; for an outcome that is published already, and only then. */
  @OrAbsent()
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  note?: string | null;
}
export const publishOutcome = command(PublishOutcome, {
  route: 'POST /consultations/:consultationId/outcome',
  may: 'consult',
  summary: 'Publish what people said and what was done, or change that in the open, with a public note',
  versionedBy: ['OutcomePublished'],
});

/** An outcome as it stood, and what the change says of it. */
export class EarlierOutcomeView {
  @IsString() readonly youSaid: string;
  @IsString() readonly weDid: string;
  @IsISO8601() readonly publishedAt: string;
  /** Empty where it was changed before notes were asked for. */
  @IsString() readonly note: string;
  @IsISO8601() readonly changedAt: string;
}

export class OutcomeView {
  @IsString() readonly youSaid: string;
  @IsString() readonly weDid: string;
  /** As it stands. */
  @IsISO8601() readonly publishedAt: string;
  /** How it stood before its last change; all of them are a list of their own. */
  @Nested(() => EarlierOutcomeView, { each: true }) readonly earlier: readonly EarlierOutcomeView[];
  /** How often it was changed. */
  @IsInt() readonly changes: number;
  @IsInt() readonly version: number;
}

export class OutcomeWords {
  @IsString() readonly youSaid: string;
  @IsString() readonly weDid: string;
}

export class OutcomeChangeView {
  @IsISO8601() readonly changedAt: string;
  /** Empty where it was changed before notes were asked for. */
  @IsString() readonly note: string;
  @Nested(() => OutcomeWords) readonly before: OutcomeWords;
  @Nested(() => OutcomeWords) readonly after: OutcomeWords;
}

export class ListOutcomeChanges extends PageRequest {
  @IsUUID() consultationId: string;
}
export const listOutcomeChanges = pageQuery(ListOutcomeChanges, OutcomeChangeView, {
  route: 'GET /consultations/:consultationId/outcome-changes',
  may: 'anyone',
  summary: 'All changes of the outcome of a consultation, with the words before and after, the last one first',
});

const { consultationId, by } = sampleIds;

export type OutcomePublished = DomainEvent<
  'OutcomePublished',
  {
    consultationId: string;
    youSaid: string;
    weDid: string;
    /** Of a change; absent in what was recorded before it was asked for. */
    note?: string | null;
    by: string;
  }
>;
export const outcomePublished = event<OutcomePublished>('OutcomePublished', {
  stream: consultations,
  says:
    'Closes the loop: "you said, we did". Again: a change, whose `note` says why; how it stood before stays in the log and on the page.',
  may: 'consult',
  act: { subject: 'consultationId', reason: 'note' },
  sample: { consultationId, youSaid: 'You want a pool.', weDid: 'We build one.', note: null, by },
});
