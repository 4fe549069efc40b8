import { IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, command, event, limits, type DomainEvent, type RecordedText } from '@isegoria/kernel';
import { questions, sampleIds, sampleText } from '../../streams.contract';

export class EditQuestion {
  @IsUUID()
  questionId: string;

  @IsPlainText()
  @MaxLength(limits.questionLength)
  text: string;
}

export class WithdrawQuestion {
  @IsUUID()
  questionId: string;
}

/** What makes a new version of a question: an answer is to the words that it was put in, and replaces the one before it. */
export const newWordsOfQuestion = ['QuestionAsked', 'QuestionEdited', 'QuestionAnswered'];

export const editQuestion = command(EditQuestion, {
  route: 'PUT /questions/:questionId/text',
  may: 'contribute',
  summary: 'Change the words of an own question, before it is answered and within the time that the settings say',
  versionedBy: newWordsOfQuestion,
});

export const withdrawQuestion = command(WithdrawQuestion, {
  route: 'POST /questions/:questionId/withdrawal',
  may: 'participate',
  summary: 'Withdraw an own question: its words go, its place stays',
});

const { questionId, consultationId, author } = sampleIds;

/** `author` is the one who said it. */
export type QuestionEdited = DomainEvent<
  'QuestionEdited',
  { questionId: string; consultationId: string | null; author: string; text: RecordedText }
>;
export const questionEdited = event<QuestionEdited>('QuestionEdited', {
  stream: questions,
  says: 'Its author says it in other words, which are shown in place of the earlier ones; `text` is sealed.',
  sample: { questionId, consultationId, author, text: sampleText },
});

export type QuestionWithdrawn = DomainEvent<'QuestionWithdrawn', { questionId: string; consultationId: string | null; author: string }>;
export const questionWithdrawn = event<QuestionWithdrawn>('QuestionWithdrawn', {
  stream: questions,
  says: 'Its author takes it back: the words are no longer shown, its place is.',
  sample: { questionId, consultationId, author },
});
