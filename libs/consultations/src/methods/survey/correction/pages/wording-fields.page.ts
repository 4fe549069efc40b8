import { textOf, type Sent } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { questionAt, sectionAt } from '../../drafting/fields/questionnaire-fields.page';
import type { Question, Questionnaire, Section } from '../../questionnaire/questionnaire.contract';

/** The words of a questionnaire by the names that the API has for them, and nothing of it that is not words. */
export function wordingFields({ sections }: Questionnaire): Sent {
  return Object.fromEntries(
    sections.flatMap(({ title = '', text = '', questions }, section) => [
      [`${sectionAt(section)}title`, title],
      [`${sectionAt(section)}text`, text],
      ...questions.flatMap((question, index) => wordsOf(question).map(([name, words]) => [questionAt(section, index) + name, words])),
    ]),
  );
}

function wordsOf({ text, hint = '', fact = '', options = [], rows = [], scale }: Question): [string, string][] {
  return [
    ['text', text],
    ['hint', hint],
    ['fact', fact],
    ...options.map((option, index): [string, string] => [`options[${index}].text`, option.text]),
    ...rows.map((row, index): [string, string] => [`rows[${index}].text`, row.text]),
    ...(scale
      ? ([
          ['scale.fromLabel', scale.fromLabel ?? ''],
          ['scale.toLabel', scale.toLabel ?? ''],
          ...(scale.steps ?? []).map((step, index) => [`scale.steps[${index}]`, step]),
        ] as [string, string][])
      : []),
  ];
}

/** The questionnaire as it stands, with the words that a form says. */
export function wordingSaid({ sections }: Questionnaire, form: FormState): Questionnaire {
  const said = (name: string) => textOf(form, name).trim();
  const ifAny = (name: string, field: string) => (said(field) === '' ? {} : { [name]: said(field) });
  return {
    sections: sections.map(({ title: _, text: __, questions }, section): Section => ({
      ...ifAny('title', `${sectionAt(section)}title`),
      ...ifAny('text', `${sectionAt(section)}text`),
      questions: questions.map((question, index) => worded(question, questionAt(section, index), said, ifAny)),
    })),
  };
}

function worded(
  { hint: _, fact: __, options, rows, scale, ...fixed }: Question,
  at: string,
  said: (name: string) => string,
  ifAny: (name: string, field: string) => object,
): Question {
  const list = (name: string, all: Question['options']) =>
    all && { [name]: all.map(({ id }, index) => ({ id, text: said(`${at}${name}[${index}].text`) })) };
  const { fromLabel: ___, toLabel: ____, steps, ...steady } = scale ?? {};
  return {
    ...fixed,
    text: said(`${at}text`),
    ...ifAny('hint', `${at}hint`),
    ...ifAny('fact', `${at}fact`),
    ...list('options', options),
    ...list('rows', rows),
    ...(scale && {
      scale: {
        ...steady,
        ...ifAny('fromLabel', `${at}scale.fromLabel`),
        ...ifAny('toLabel', `${at}scale.toLabel`),
        ...(steps && { steps: steps.map((_step, index) => said(`${at}scale.steps[${index}]`)) }),
      },
    }),
  } as Question;
}
