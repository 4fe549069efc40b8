import { Rejection, isOneLine, mostFaults, sameWords, type FieldFault, type RejectionCode } from '@isegoria/kernel';
import type { AnsweredWords } from '../methods/method/method.decider';
import type { ConsultationState } from '../consultation/consultation-state.decider';
import { officialAct } from '../official-act/official-act.decider';
import { questionnaireLimits } from '../methods/survey/questionnaire/questionnaire.pure';
import { hasOpened } from '../phase/phase.decider';
import { mustStayAsChecked, type Reviewable } from '../review/review.decider';
import {
  translateConsultation,
  type ConsultationTranslated,
  type TranslateConsultation,
  type TranslatedText,
} from './translation.contract';

/** What people answer to in one activity. */
export interface Answered {
  readonly phaseId: string;
  readonly words: AnsweredWords;
}

interface OneLined extends TranslatedText {
  readonly isOfOne: boolean;
}
type Translate = TranslateConsultation & Reviewable & { readonly answered?: readonly Answered[] };
type Fault = FieldFault & { readonly code: RejectionCode };

/**
 * Policy: words are translated into languages in which they were not written, at any time, each text once. What people answer to means the
 * same to all of them: its translation stands from the opening on, and what they choose from never reads the same. What is one line, as
 * titles and options are, stays one.
 */
export const translation = officialAct<Translate, ConsultationTranslated>({
  contract: translateConsultation,
  event: 'ConsultationTranslated',

  decide({ consultationId, language, texts, answered = [], needsReview }, state, { by, now }) {
    if (language === state.language) throw new Rejection('VALIDATION_FAILED', { field: 'language', params: { constraint: 'doesNotFit' } });
    mustStayAsChecked(state, { needsReview }, now);
    const twice = texts.findIndex(({ of }, index) => texts.findIndex((other) => other.of === of) < index);
    if (twice >= 0) throw new Rejection('VALIDATION_FAILED', { field: `texts[${twice}].of`, params: { constraint: 'isAlike' } });
    const opened = answered.filter(({ phaseId }) => hasOpened(state, phaseId, now));
    const locked = new Set(opened.flatMap(({ words }) => words.flat()));
    const stood = state.translations?.[language] ?? [];
    const standing = stood.filter(({ of }) => locked.has(of));
    refuse([...broken(stood, oneLined(texts, state, answered)), ...changed(standing, texts), ...alike(answered, texts)]);
    const said = texts.map(({ of, text }) => ({ of, text }));
    return [{ type: 'ConsultationTranslated', data: { consultationId, language, texts: said, by } }];
  },
  evolve(state, { language, texts }) {
    const translations = { ...state.translations, [language]: texts };
    return isDraft(state) ? { ...state, translations, review: undefined } : { ...state, translations };
  },
});

/** What a second official approved is what is published, in every language. */
const isDraft = ({ phases }: ConsultationState) => phases.every(({ opensAt }) => opensAt === null);

/** Of titles, names, options and questions, which are one line; longer texts may have as many as they like. */
const oneLineLength = questionnaireLimits.questionLength;

/** Whether each is to be of one line: what tells of the whole may have several in any language, however short it is in the first. */
function oneLined(texts: readonly TranslatedText[], { words, outcome }: ConsultationState, answered: readonly Answered[]): OneLined[] {
  const { title, description, about } = words;
  const free = new Set([description, ...Object.values(about), outcome?.youSaid, outcome?.weDid]);
  const lines = new Set([title, ...answered.flatMap((one) => one.words.flat())]);
  const isOfOne = (of: string) => of.length <= oneLineLength && isOneLine(of) && (lines.has(of) || !free.has(of));
  return texts.map(({ of, text }) => ({ of, text, isOfOne: isOfOne(of) }));
}

/** What is of one line and is said in several, or in another's; what stood so is not checked anew. */
function broken(stood: readonly TranslatedText[], texts: readonly OneLined[]): Fault[] {
  return texts.flatMap(({ of, text, isOfOne }, at) => {
    if (!isOfOne || isOneLine(text) || stood.some((before) => before.of === of && before.text === text)) return [];
    return [fault('VALIDATION_FAILED', at, { constraint: 'isOneLine' })];
  });
}

/** What stands and is said otherwise, at its field; or left out, which has none. */
function changed(standing: readonly TranslatedText[], texts: readonly TranslatedText[]): Fault[] {
  return standing.flatMap(({ of, text }) => {
    const at = texts.findIndex((said) => said.of === of);
    return texts[at]?.text === text ? [] : [fault('TRANSLATION_STANDS', at)];
  });
}

/** What reads as something else does that stands beside it, and has other words in the original. */
function alike(answered: readonly Answered[], texts: readonly TranslatedText[]): Fault[] {
  const placeOf = new Map(texts.map(({ of }, index) => [of, index]));
  return answered.flatMap(({ words }) =>
    words.flatMap((list) => {
      const read = new Map<string, string>();
      return list.flatMap((of) => {
        const at = placeOf.get(of);
        const shown = sameWords(at === undefined ? of : texts[at]!.text);
        const other = read.get(shown);
        if (other === undefined) read.set(shown, of);
        if (other === undefined || sameWords(other) === sameWords(of)) return [];
        return [fault('TRANSLATION_ALIKE', at ?? placeOf.get(other)!)];
      });
    }),
  );
}

const fault = (code: RejectionCode, at: number, params: Fault['params'] = {}): Fault => {
  return { code, field: at < 0 ? 'texts' : `texts[${at}].text`, params };
};

/** @throws Rejection with every field at fault */
function refuse(faults: readonly Fault[]): void {
  const once = faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index);
  const [first, ...others] = once;
  if (!first) return;
  const further = others.slice(0, mostFaults - 1);
  throw new Rejection(first.code, { field: first.field, params: first.params, ...(further.length > 0 && { further }) });
}
