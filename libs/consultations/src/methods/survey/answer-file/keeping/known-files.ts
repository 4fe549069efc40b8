import { own } from '../../questionnaire/conditions.pure';
import { questionsOf, type Answers, type FileAnswer, type Questionnaire } from '../../questionnaire/questionnaire.pure';

/** What is sealed for the person beside the bytes. */
export interface FileDetails {
  readonly name: string;
  /** Base64. */
  readonly key: string;
}

/** Answers of which nothing is believed that they say of files: so on paper and by a link, where nobody can give one. */
export function withoutFacts(questionnaire: Questionnaire, answers: Answers): Answers {
  const files = questionsOf(questionnaire).filter(({ id, kind }) => kind === 'file' && !!own(answers, id));
  return { ...answers, ...Object.fromEntries(files.map(({ id }) => [id, { file: String((answers[id] as FileAnswer).file) }])) };
}
