import { Sentence, Words, useTexts } from '@isegoria/ui';
import type { Condition, Question } from '../../questionnaire/questionnaire.contract';
import { conditionInWords } from './condition-words.page';

interface ConditionSaidProps {
  readonly says: 'paper.onlyIf' | 'paperEntry.onlyIf';
  readonly when: Condition;
  /** Of the survey, in their order. */
  readonly questions: readonly Question[];
}

/** What a text isolates, since it is in another script than the sentence around it. */
const isolated = /\u2068([^\u2068\u2069]*)\u2069/;

/** When a question is asked: a sentence of the page, which quotes the office. As words of the office it would run in their direction. */
export function ConditionSaid({ says, when, questions }: ConditionSaidProps) {
  const texts = useTexts();
  const parts = conditionInWords(texts, when, questions).split(isolated);
  const condition = <>{parts.map((part, index) => (index % 2 === 0 ? part : <Words text={part} key={index} />))}</>;
  return <Sentence says={says} words={{ condition }} />;
}
