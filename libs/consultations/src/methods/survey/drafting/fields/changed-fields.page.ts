import { textIfAny, type Sent } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { questionKinds, type QuestionKind } from '../../questionnaire/questionnaire.pure';
import { fieldsOf, sectionsIn, shownName, type SectionFields } from './questionnaire-fields.page';
import { newId } from './lasting-lists.page';

/** The field that says which part of the form was changed last, so that the page goes there. */
export const changedName = 'questionnaire.changed';

export const blankSection = (): SectionFields => ({ own: { title: '', text: '' }, questions: [] });

const scaleOf = { 'scale.style': 'likert', 'scale.from': '1', 'scale.to': '5' };

/**
 * The fields of a survey after one of its buttons was pressed, with everything else as it was typed.
 * @param form of one activity, without what the names of its fields begin with
 * @param change what the button says: `add-section`, `remove-section 1`, `add 1` (a question), `remove 1 2`, `up 1 2`, `down 1 2` or
 * `show 1 2`
 */
export function changedFields(form: FormState, change: string): Sent {
  const [what = '', ...numbers] = change.split(' ');
  const [section = 0, question = 0] = numbers.map(Number);
  const sections = sectionsIn(form);
  const rest = Object.entries(form.values).filter(([name]) => !name.startsWith('questionnaire.'));
  const [changed, place] = afterwards(sections, what, section, question, form);
  return { ...Object.fromEntries(rest), ...fieldsOf(changed), [changedName]: place };
}

type Changed = readonly [sections: readonly SectionFields[], place: string];

function afterwards(sections: readonly SectionFields[], what: string, section: number, question: number, form: FormState): Changed {
  const here = sections[section];
  const at = `${section} ${question}`;
  if (what === 'add-section') return [[...sections, blankSection()], `${sections.length}`];
  if (!here) return [sections, ''];
  const withQuestions = (questions: readonly Sent[]) => sections.map((one, index) => (index === section ? { ...one, questions } : one));
  switch (what) {
    case 'remove-section':
      return [sections.filter((_, index) => index !== section), `${Math.max(0, section - 1)}`];
    case 'add':
      return [withQuestions([...here.questions, blankQuestion(sections, kindIn(form, here))]), `${section} ${here.questions.length}`];
    case 'remove':
      return [withQuestions(here.questions.filter((_, index) => index !== question)), `${section}`];
    case 'up':
      return question > 0
        ? [withQuestions(swapped(here.questions, question - 1)), `${section} ${question - 1}`]
        : toOtherSection(sections, section, question, section - 1);
    case 'down':
      return question < here.questions.length - 1
        ? [withQuestions(swapped(here.questions, question)), `${section} ${question + 1}`]
        : toOtherSection(sections, section, question, section + 1);
    default:
      return [sections, at];
  }
}

/** To the end of the page before, or to the beginning of the one behind. */
function toOtherSection(sections: readonly SectionFields[], from: number, question: number, to: number): Changed {
  const moved = sections[from]!.questions[question];
  if (!sections[to] || !moved) return [sections, `${from} ${question}`];
  const place = to < from ? sections[to].questions.length : 0;
  return [
    sections.map((one, index) => {
      if (index === from) return { ...one, questions: one.questions.filter((_, at) => at !== question) };
      return index === to ? { ...one, questions: one.questions.toSpliced(place, 0, moved) } : one;
    }),
    `${to} ${place}`,
  ];
}

function swapped<T>(list: readonly T[], at: number): T[] {
  return list.map((one, index) => (index === at ? list[at + 1]! : index === at + 1 ? list[at]! : one));
}

function kindIn(form: FormState, { own }: SectionFields): QuestionKind {
  const kind = textIfAny({ ...form, values: own }, 'add') as QuestionKind;
  return questionKinds.includes(kind) ? kind : 'single';
}

function blankQuestion(sections: readonly SectionFields[], kind: QuestionKind): Sent {
  const used = new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => String(id))));
  return { id: newId(used, 'q'), kind, [shownName]: kind, text: '', ...(kind === 'scale' ? scaleOf : {}) };
}
