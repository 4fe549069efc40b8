import { IsBoolean, IsIn, IsInt, IsISO8601, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsPlainText, Nested, OrNull, command, event, limits, type DomainEvent } from '@isegoria/kernel';
import { newConsultation } from '../consultation/draft/draft.contract';
import { consultations, sampleIds } from '../streams.contract';

export class ChangeAnswerTerm {
  @IsUUID()
  consultationId: string;

  /** Of the calendar, from the day on which the consultation ends. */
  @IsInt()
  @Min(1)
  @Max(limits.answerDaysMax)
  answerWithinDays: number;

  /** For everybody. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const changeAnswerTerm = command(ChangeAnswerTerm, {
  route: 'POST /consultations/:consultationId/answer-term',
  may: 'consult',
  summary: 'Change within how many days of its end a published consultation that has no answer yet is answered, with the reason',
  versionedBy: [...newConsultation, 'AnswerTermChanged'],
});

/** `open` = people still take part, or will; `none` = it is over, or cancelled, and no answer was promised. */
export const answerStates = ['none', 'open', 'due', 'overdue', 'answered'] as const;
export type AnswerState = (typeof answerStates)[number];

/** Those in which an office owes an answer now. */
export const owedStates = ['due', 'overdue'] as const satisfies readonly AnswerState[];
export type OwedState = (typeof owedStates)[number];

/** Whether and until when an office owes an answer to those who took part. */
export class AnswerOwedView {
  @IsIn(answerStates) readonly state: AnswerState;
  /** Within how many days of its end; null where no answer was promised. */
  @OrNull() @IsInt() readonly withinDays: number | null;
  /**
   * Counted from the end, by date or early: the end of the last day in the zone in which the consultation was published, or 24 hours a day
   * where its publication names none; null where none is owed.
   */
  @OrNull() @IsISO8601() readonly dueAt: string | null;
  /** By when it was promised anew once the consultation was over, which changes nothing of when it is due; null where it was not. */
  @OrNull() @IsISO8601() readonly laterDate: string | null;
  /** When it was first answered. */
  @OrNull() @IsISO8601() readonly answeredAt: string | null;
}

export class TermChangeView {
  @OrNull() @IsInt() readonly before: number | null;
  @IsInt() readonly after: number;
  @IsString() readonly reason: string;
  /** Whether the consultation was over, with an answer promised: then the date by which it is due stays. */
  @IsBoolean() readonly dateStays: boolean;
  @IsISO8601() readonly changedAt: string;
}

export class AnswerTermView {
  /** The last changes, in the order in which they were made. */
  @Nested(() => TermChangeView, { each: true }) readonly changes: readonly TermChangeView[];
  /** How many there were. */
  @IsInt() readonly count: number;
  /** 0 where there was none. */
  @IsInt() readonly version: number;
}

const { consultationId, by } = sampleIds;

export type AnswerTermChanged = DomainEvent<
  'AnswerTermChanged',
  { consultationId: string; answerWithinDays: number; reason: string; by: string }
>;
export const answerTermChanged = event<AnswerTermChanged>('AnswerTermChanged', {
  stream: consultations,
  says:
    'The office promises the answer within another number of days from the end of the consultation, and says why. Once the ' +
    'consultation is over, the answer stays due by the date that was promised until then, or else first.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { consultationId, answerWithinDays: 90, reason: 'The council meets later than planned.', by },
});
