import { Rejection, bounded, brokenJson, isObject, limits, problemOf, validated } from '@isegoria/kernel';
import { plainExcerpt } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { QuestionnaireOfSurvey, type Questionnaire } from '../../questionnaire/questionnaire.contract';
import { mustBeSound } from '../sound-questionnaire.page';

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
    const { isEnd, twice, ...where } = broken;
    if (twice !== undefined) return { wrong: [t('survey.import.twice', { ...where, name: [...twice.name].slice(0, 60).join('') })] };
    return { wrong: [t(isEnd ? 'survey.import.cutOff' : 'survey.import.noJson', where)] };
  }
  const read = JSON.parse(json) as unknown;
  if (!isObject(read)) return { wrong: [t('survey.import.noQuestionnaire')] };
  try {
    const questionnaire = validated(QuestionnaireOfSurvey, withoutSchema(bounded(read))) as Questionnaire;
    mustBeSound(questionnaire);
    return { questionnaire };
  } catch (error) {
    if (error instanceof Rejection) return { wrong: sentencesOf(error, read, texts) };
    throw error;
  }
}

/** A file may name the format that it is in. */
function withoutSchema(read: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(read).filter(([name]) => name !== '$schema'));
}

function sentencesOf({ code, details }: Rejection, read: unknown, { t, language }: Texts): string[] {
  const { errors, detail } = problemOf(code, details, language);
  const sentence = ({ field, detail }: { field: string; detail: string }) => {
    const words = wordsAt(field, read);
    return words === undefined ? t('survey.import.wrong', { field, detail }) : t('survey.import.wrong.words', { field, words, detail });
  };
  return errors?.map(sentence) ?? [detail];
}

/** What somebody who reads the file finds at a field: the words of the innermost thing around it that has some. */
function wordsAt(field: string, read: unknown): string | undefined {
  let found: string | undefined;
  let at = read;
  for (const [name] of field.matchAll(/[^.[\]]+/g)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) break;
    at = (at as Readonly<Record<string, unknown>>)[name];
    const { text, title } = (at ?? {}) as { readonly text?: unknown; readonly title?: unknown };
    const words = [/^\d+$/.test(name) && at, text, title].find((one) => typeof one === 'string' && one.trim() !== '') as string | undefined;
    found = words ?? found;
  }
  return found && plainExcerpt(found, 60);
}
