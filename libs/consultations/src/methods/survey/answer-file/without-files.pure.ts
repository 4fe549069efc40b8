import { questionsOf, type Condition, type Question, type Questionnaire } from '../questionnaire/questionnaire.pure';

/** A condition, or how it comes out whatever is answered. */
type Known = Condition | boolean;

/**
 * The questions of a survey as paper and links ask them, where nobody can give a file: no file has to be given. Whether somebody would have
 * given one is not known there: what is asked of those who did, or of those who did not, may be answered and need not be.
 */
export function withoutFiles(questionnaire: Questionnaire): Questionnaire {
  const before = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const asked = ({ when, ...question }: Question): Question => {
    if (question.kind === 'file') return { ...question, ...(when && whenIs(could(when, before))), isRequired: false };
    if (!when || !isAboutFile(when, before)) return { ...question, ...(when && { when }) };
    return { ...question, ...whenIs(could(when, before)), isRequired: false };
  };
  return { sections: questionnaire.sections.map((section) => ({ ...section, questions: section.questions.map(asked) })) };
}

/** A condition that always holds is none. None never holds: files are given or not. */
const whenIs = (known: Known): Pick<Question, 'when'> => (typeof known === 'boolean' ? {} : { when: known });

type Before = ReadonlyMap<string, Question>;

function isAboutFile({ question, all = [], any = [], not }: Condition, before: Before): boolean {
  if (before.get(question ?? '')?.kind === 'file') return true;
  return [...all, ...any, ...(not ? [not] : [])].some((part) => isAboutFile(part, before));
}

/** When it holds for somebody, with a file or without. Conditions look back only, so that this comes to an end. */
function could(condition: Condition, before: Before): Known {
  const { all, any, not } = condition;
  if (all) return joined('all', all.map((part) => could(part, before)));
  if (any) return joined('any', any.map((part) => could(part, before)));
  if (not) return opposite(must(not, before));
  const file = before.get(condition.question ?? '');
  if (file?.kind !== 'file') return condition;
  return condition.isAnswered === true && file.when ? could(file.when, before) : true;
}

/** When it holds for everybody, with a file and without. */
function must(condition: Condition, before: Before): Known {
  const { all, any, not } = condition;
  if (all) return joined('all', all.map((part) => must(part, before)));
  if (any) return joined('any', any.map((part) => must(part, before)));
  if (not) return opposite(could(not, before));
  const file = before.get(condition.question ?? '');
  if (file?.kind !== 'file') return condition;
  return condition.isAnswered === false && file.when ? opposite(could(file.when, before)) : false;
}

function joined(how: 'all' | 'any', parts: readonly Known[]): Known {
  const decides = how === 'any';
  if (parts.includes(decides)) return decides;
  const rest = parts.filter((part): part is Condition => typeof part !== 'boolean');
  if (rest.length === 0) return !decides;
  return rest.length === 1 ? rest[0]! : { [how]: rest };
}

function opposite(known: Known): Known {
  if (typeof known === 'boolean') return !known;
  return known.not ?? { not: known };
}
