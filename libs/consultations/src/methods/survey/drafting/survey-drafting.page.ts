import { describeFields, textIfAny, textOf, type Sent } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { SurveyAdvice } from '../effort/effort.page';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';
import { questionsOf } from '../questionnaire/questionnaire.pure';
import { changedFields } from './fields/changed-fields.page';
import { asFields, fieldsOf, questionnaireSaid, sectionsIn } from './fields/questionnaire-fields.page';
import { importName, importedName } from './import/import.page';
import { importedFrom } from './import/imported.page';
import { mustBeSound } from './sound-questionnaire.page';
import { DraftFields } from './questionnaire-draft.page';

describeFields({
  sections: { wrong: 'survey.sections.wrong', isPart: true },
  questions: { wrong: 'survey.questions.wrong', isPart: true },
  quotas: { wrong: 'quota.wrong' },
});

/** How an office drafts a survey. */
export const surveyDrafting = {
  DraftFields,
  Advice: SurveyAdvice,
  draft(form: FormState) {
    // What stands in it is imported before the draft is saved; a form that comes without it is not whole.
    textOf(form, importName);
    return { questionnaire: questionnaireSaid(form) };
  },
  partIn(form: FormState, field: string, { t }: Texts): string | undefined {
    const [, section, question] = /^questionnaire\.sections\[(\d{1,2})\]\.questions\[(\d{1,2})\]/.exec(field) ?? [];
    if (question === undefined) return undefined;
    const before = sectionsIn(form).slice(0, Number(section));
    const number = before.reduce((sum, { questions }) => sum + questions.length, Number(question) + 1);
    return t('survey.question', { number });
  },
  check: ({ questionnaire }: { questionnaire?: Questionnaire }): void => mustBeSound(questionnaire ?? { sections: [] }, 'questionnaire.'),
  drafted: (_visit: unknown, { settings }: { readonly settings: { readonly questionnaire?: Questionnaire } }): Promise<Sent> =>
    Promise.resolve(settings.questionnaire ? fieldsOf(asFields(settings.questionnaire)) : {}),
  asTyped: ({ questionnaire }: { questionnaire?: Questionnaire }): Sent => (questionnaire ? fieldsOf(asFields(questionnaire)) : {}),
  changed: (form: FormState, change: string, texts: Texts): FormState =>
    change === 'import' ? withImported(form, texts) : { ...form, values: changedFields(form, change) },
};

function withImported(form: FormState, texts: Texts): FormState {
  const read = importedFrom(textIfAny(form, importName), texts);
  if ('wrong' in read) return { ...form, errors: read.wrong.map((message) => ({ field: importName, message })) };
  const rest: Sent = Object.fromEntries(Object.entries(form.values).filter(([name]) => !name.startsWith('questionnaire.')));
  const count = String(questionsOf(read.questionnaire).length);
  return { ...form, values: { ...rest, ...fieldsOf(asFields(read.questionnaire)), [importedName]: count } };
}
