import { ApiProblem } from '@isegoria/api-client';
import { limits, type CommandContract } from '@isegoria/kernel';
import { listOf, takesFilesOn, type Visit } from '@isegoria/portal-kit';
import type { FormError, FormState } from '@isegoria/ui';
import { mostMegabytes } from '../file-sorts.pure';
import { own } from '../../questionnaire/conditions.pure';
import type { Answers, Question } from '../../questionnaire/questionnaire.pure';
import { answeredFields, fieldOf, keptFileOf } from '../../response/pages/answers-form.page';
import type { OwnResponse, ShowOwnResponse } from '../../response/response.contract';
import type { KeepAnswerFile } from '../answer-file.contract';
import { takeAwayOf } from './file-question.page';

takesFilesOn(/^\/consultations\/[^/]+\/activities\/[^/]+\/(?:survey|test)\/\d{1,2}$/);

interface Keeping {
  readonly keepFile?: CommandContract<KeepAnswerFile, OwnResponse>;
  readonly show: CommandContract<ShowOwnResponse, OwnResponse>;
}

export interface SentFiles {
  readonly wrong: readonly FormError[];
  readonly kept: Answers;
  readonly came: readonly string[];
}

/** Whether the page says that the file which was kept goes. */
export const isTakenAway = ({ id }: Question, form: FormState): boolean => listOf(form, takeAwayOf(id)).includes('yes');

/**
 * Keeps the files that a page brings before anything else of it is looked at, so that they are there whatever is wrong elsewhere.
 * @returns what is wrong with those that were not kept, all files of the page that are, and the questions for which one came
 */
export async function sentFiles(
  visit: Visit,
  { keepFile, show }: Keeping,
  { activityId, versions }: Pick<KeepAnswerFile, 'activityId' | 'versions'>,
  questions: readonly Question[],
): Promise<SentFiles> {
  const ofFiles = questions.filter(({ kind }) => kind === 'file');
  if (ofFiles.length === 0 || !visit.account || !keepFile) return { wrong: [], kept: {}, came: [] };
  const wrong: FormError[] = [];
  const came: string[] = [];
  for (const question of ofFiles) {
    const sent = visit.files.find(({ field }) => field === fieldOf(question.id));
    if (!sent) continue;
    try {
      if (sent.isTooLarge) throw tooLarge(visit, question);
      const command = { activityId, versions, question: question.id, name: shortName(sent.name), content: sent.bytes.toString('base64') };
      await visit.api.do(keepFile, command);
      came.push(question.id);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status >= 500 || error.problem.status === 401) throw error;
      const detail = visit.texts.t('files.refused', { name: shortName(sent.name), detail: error.problem.detail });
      wrong.push({ field: fieldOf(question.id), message: detail });
    }
  }
  const response = await visit.api.do(show, { activityId });
  const answers = response.aside ?? response.answers;
  return { wrong, came, kept: Object.fromEntries(ofFiles.flatMap(({ id }) => (own(answers, id) ? [[id, own(answers, id)]] : []))) };
}

/** The form with the files that are kept, in place of what it was sent with. */
export function withKept(form: FormState, questions: readonly Question[], answers: Answers): FormState {
  const ofFiles = questions.filter(({ kind }) => kind === 'file');
  const isOfFile = (name: string) => ofFiles.some(({ id }) => name === keptFileOf(id) || name === takeAwayOf(id));
  const rest = Object.entries(form.values).filter(([name]) => !isOfFile(name));
  return { ...form, values: { ...Object.fromEntries(rest), ...answeredFields(ofFiles, answers) } };
}

function tooLarge(visit: Visit, { megabytes = mostMegabytes }: Question): ApiProblem {
  return new ApiProblem({ code: 'FILE_TOO_LARGE', status: 413, detail: visit.texts.t('rejection.FILE_TOO_LARGE', { megabytes }) });
}

/** A name that is too long loses its middle, never its ending. */
function shortName(name: string): string {
  const signs = [...name];
  if (signs.length <= limits.nameLength) return name;
  return [...signs.slice(0, limits.nameLength - 13), '…', ...signs.slice(-12)].join('');
}
