import { Rejection, bounded, limits, problemOf, validated } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { QuestionnaireOfSurvey, type Questionnaire } from '../../questionnaire/questionnaire.contract';
import { mustBeSound } from '../sound-questionnaire.page';
import { brokenJson } from './broken-json.pure';

/** What a file says, or every sentence about what is wrong with it. */
export type Imported = { readonly questionnaire: Questionnaire } | { readonly wrong: readonly string[] };

/** Reads the questions of a survey from a text in JSON: wrong ones are told field by field. */
export function importedFrom(text: string, texts: Texts): Imported {
  const { t } = texts;
  if (text.trim() === '') return { wrong: [t('survey.import.nothing')] };
  if (Buffer.byteLength(text) > limits.requestBytes) return { wrong: [problemOf('BODY_TOO_LARGE', {}, texts.language).detail] };
  const json = text.replace(/^\ufeff/, '');
  const broken = brokenJson(json);
  if (broken) {
    const { isEnd, ...where } = broken;
    return { wrong: [t(isEnd ? 'survey.import.cutOff' : 'survey.import.noJson', where)] };
  }
  try {
    const read = JSON.parse(json) as unknown;
    const questionnaire = validated(QuestionnaireOfSurvey, withoutSchema(bounded(read))) as Questionnaire;
    mustBeSound(questionnaire);
    return { questionnaire };
  } catch (error) {
    if (error instanceof Rejection) return { wrong: sentencesOf(error, texts) };
    throw error;
  }
}

/** A file may name the format that it is in. */
function withoutSchema(read: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(read).filter(([name]) => name !== '$schema'));
}

function sentencesOf({ code, details }: Rejection, { t, language }: Texts): string[] {
  const { errors, detail } = problemOf(code, details, language);
  return errors?.map((fault) => t('survey.import.wrong', { field: fault.field, detail: fault.detail })) ?? [detail];
}
