import { IsUUID } from 'class-validator';
import { ModeratorsDecision } from '@isegoria/content';
import { command, event, type DomainEvent } from '@isegoria/kernel';
import type { Reasoned } from '../../moderation/decided.contract';
import { questions, sampleIds } from '../../streams.contract';

/** A decision is about words, and about what was decided of them before. */
const whatIsDecidedOn = ['QuestionAsked', 'QuestionEdited', 'QuestionHidden', 'QuestionRestored'];

export class HideQuestion extends ModeratorsDecision {
  @IsUUID()
  questionId: string;
}
export const hideQuestion = command(HideQuestion, {
  route: 'POST /questions/:questionId/hiding',
  may: 'moderate',
  summary: 'Hide a question, with the reason',
  versionedBy: whatIsDecidedOn,
});

export class RestoreQuestion extends ModeratorsDecision {
  @IsUUID()
  questionId: string;
}
export const restoreQuestion = command(RestoreQuestion, {
  route: 'POST /questions/:questionId/restoration',
  may: 'moderate',
  summary: 'Show a hidden question again, with the reason',
  versionedBy: whatIsDecidedOn,
});

type AboutQuestion = Reasoned & { questionId: string; consultationId: string | null };
const { questionId, consultationId, by } = sampleIds;

export type QuestionHidden = DomainEvent<'QuestionHidden', AboutQuestion>;
export const questionHidden = event<QuestionHidden>('QuestionHidden', {
  stream: questions,
  says: 'The text is no longer shown; count and reason are. `rule`, where one fits, names the rule that it breaks.',
  may: 'moderate',
  act: { subject: 'questionId' },
  sample: { questionId, consultationId, by, reason: 'Names a private person.' },
});

export type QuestionRestored = DomainEvent<'QuestionRestored', AboutQuestion>;
export const questionRestored = event<QuestionRestored>('QuestionRestored', {
  stream: questions,
  says: 'The text is shown again.',
  may: 'moderate',
  act: { subject: 'questionId' },
  sample: { questionId, consultationId, by, reason: 'It names nobody.' },
});
