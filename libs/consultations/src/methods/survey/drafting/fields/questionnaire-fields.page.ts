import { lines, listOf, numberTyped, numberWritten, textIfAny, textOf, type Sent } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { conditionAsFields, conditionSaid } from '../condition/condition-fields.page';
import type { Question, QuestionKind, Questionnaire, Section } from '../../questionnaire/questionnaire.contract';
import { fileSorts, type FileSort } from '../../answer-file/file-sorts.pure';
import { questionsOf, type Scale, type ScaleStyle } from '../../questionnaire/questionnaire.pure';
import { idsName, listAsFields, listSaid } from './lasting-lists.page';
import { quotasAsText, quotasSaid } from './quota-lines.page';

/** How the fields of a section and of a question begin in the form of an activity, as the API names them. */
export const sectionAt = (section: number) => `questionnaire.sections[${section}].`;
export const questionAt = (section: number, question: number) => `${sectionAt(section)}questions[${question}].`;

/** A page of the form as fields, without the beginnings of their names. */
export interface SectionFields {
  readonly own: Sent;
  readonly questions: readonly Sent[];
}

/** The sections that a form names. @param form of one activity, without what the names of its fields begin with */
export function sectionsIn({ values }: Pick<FormState, 'values'>): SectionFields[] {
  const sections: { own: Record<string, Sent[string]>; questions: Record<string, Sent[string]>[] }[] = [];
  for (const [name, value] of Object.entries(values)) {
    const [, section, question, field] = /^questionnaire\.sections\[(\d{1,2})\]\.(?:questions\[(\d{1,2})\]\.)?(.+)$/.exec(name) ?? [];
    if (section === undefined || field === undefined) continue;
    const own = (sections[Number(section)] ??= { own: {}, questions: [] });
    if (question === undefined) own.own[field] = value;
    else (own.questions[Number(question)] ??= {})[field] = value;
  }
  return Array.from(sections, (section) => ({
    own: section?.own ?? {},
    questions: Array.from(section?.questions ?? [], (question) => question ?? {}),
  }));
}

/** All fields of some sections, each under its whole name. */
export function fieldsOf(sections: readonly SectionFields[]): Sent {
  const named = (at: string, fields: Sent) => Object.entries(fields).map(([name, value]) => [at + name, value] as const);
  return Object.fromEntries(
    sections.flatMap(({ own, questions }, section) => [
      ...named(sectionAt(section), own),
      ...questions.flatMap((question, index) => named(questionAt(section, index), question)),
    ]),
  );
}

/** What a form says. Nothing needs checking here: the API names every field at fault. */
export function questionnaireSaid(form: FormState): Questionnaire {
  const of = (values: Sent): FormState => ({ ...form, values });
  return {
    sections: sectionsIn(form).map(({ own, questions }): Section => ({
      ...ifAny('title', textOf(of(own), 'title')),
      ...ifAny('text', textOf(of(own), 'text')),
      questions: questions.map((fields) => questionSaid(of(fields))),
    })),
  };
}

/** Which kind a question had when its fields were shown: those of another kind cannot have come with it. */
export const shownName = 'shown';

export function questionSaid(form: FormState): Question {
  const kind = textIfAny(form, 'kind') as QuestionKind;
  const text = textOf(form, shownName) === kind ? (name: string) => textOf(form, name) : (name: string) => textIfAny(form, name);
  const number = (name: string) => (text(name).trim() === '' ? {} : { [name]: asNumber(text(name)) });
  const isChecked = (name: string) => listOf(form, name).includes('yes');
  const when = conditionSaid(form);
  const common = {
    id: text('id'),
    kind,
    text: textOf(form, 'text').trim(),
    isRequired: isChecked('isRequired'),
    ...ifAny('hint', textOf(form, 'hint')),
    ...ifAny('fact', textOf(form, 'fact')),
    ...(when && { when }),
  };
  const options = () => ({
    options: listSaid(text('options'), text(idsName('options'))),
    ...(isChecked('isShuffled') && { isShuffled: true }),
  });
  const bounds = () => ({ ...number('atLeast'), ...number('atMost') });
  switch (kind) {
    case 'single': {
      const choice = { ...common, ...options(), ...(isChecked('hasOther') && { hasOther: true }) };
      return { ...choice, ...quotasSaid(text('quotas'), choice.options) };
    }
    case 'multiple':
      return { ...common, ...options(), ...bounds(), ...(isChecked('hasOther') && { hasOther: true }) };
    case 'ranking':
      return { ...common, ...options(), ...bounds() };
    case 'matrix':
      return { ...common, ...options(), rows: listSaid(text('rows'), text(idsName('rows'))) };
    case 'scale':
      return { ...common, scale: scaleSaid(text) };
    case 'number':
      return { ...common, ...bounds() };
    case 'date':
      return { ...common, ...ifAny('earliest', text('earliest')), ...ifAny('latest', text('latest')) };
    case 'short-text':
    case 'long-text':
      return { ...common, ...number('maxLength') };
    case 'file': {
      const files = listOf(form, 'files') as FileSort[];
      return { ...common, ...(files.length > 0 && files.length < fileSorts.length && { files }), ...number('megabytes') };
    }
    default:
      return common;
  }
}

function scaleSaid(text: (name: string) => string): Scale {
  const steps = lines(text('scale.steps'));
  return {
    style: (text('scale.style') || 'likert') as ScaleStyle,
    from: asNumber(text('scale.from')),
    to: asNumber(text('scale.to')),
    ...ifAny('fromLabel', text('scale.fromLabel')),
    ...ifAny('toLabel', text('scale.toLabel')),
    ...(steps.length > 0 && { steps }),
  };
}

function ifAny(name: string, text: string): Record<string, string> {
  return text.trim() === '' ? {} : { [name]: text.trim() };
}

/** What is no number, or could be one of two, is left to the API to refuse. */
const asNumber = (text: string): number => numberTyped(text) ?? (text as unknown as number);

/** A questionnaire as sections of fields. */
export function asFields(questionnaire: Questionnaire): SectionFields[] {
  const all = questionsOf(questionnaire);
  const isNumber = (id: string) => all.some((question) => question.id === id && question.kind === 'number');
  return questionnaire.sections.map(({ title = '', text = '', questions }) => ({
    own: { title, text },
    questions: questions.map((question) => questionAsFields(question, isNumber)),
  }));
}

function questionAsFields(question: Question, isNumber: (question: string) => boolean): Sent {
  const { id, kind, text, hint = '', fact = '', scale, earliest = '', latest = '' } = question;
  const number = (value: number | undefined) => (value === undefined ? '' : numberWritten(value));
  const checked = (value: boolean | undefined) => (value ? ['yes'] : []);
  const common = {
    id,
    kind,
    [shownName]: kind,
    text,
    hint,
    fact,
    isRequired: checked(question.isRequired),
    ...conditionAsFields(question.when, isNumber),
  };
  const options = { ...listAsFields('options', question.options), isShuffled: checked(question.isShuffled) };
  const bounds = { atLeast: number(question.atLeast), atMost: number(question.atMost) };
  switch (kind) {
    case 'single':
      return { ...common, ...options, hasOther: checked(question.hasOther), quotas: quotasAsText(question) };
    case 'multiple':
      return { ...common, ...options, ...bounds, hasOther: checked(question.hasOther) };
    case 'ranking':
      return { ...common, ...options, ...bounds };
    case 'matrix':
      return { ...common, ...options, ...listAsFields('rows', question.rows) };
    case 'scale':
      return {
        ...common,
        'scale.style': scale?.style ?? 'likert',
        'scale.from': number(scale?.from),
        'scale.to': number(scale?.to),
        'scale.fromLabel': scale?.fromLabel ?? '',
        'scale.toLabel': scale?.toLabel ?? '',
        'scale.steps': (scale?.steps ?? []).join('\n'),
      };
    case 'number':
      return { ...common, ...bounds };
    case 'date':
      return { ...common, earliest, latest };
    case 'short-text':
    case 'long-text':
      return { ...common, maxLength: number(question.maxLength) };
    case 'file':
      return { ...common, files: [...(question.files ?? [])], megabytes: number(question.megabytes) };
    default:
      return common;
  }
}
