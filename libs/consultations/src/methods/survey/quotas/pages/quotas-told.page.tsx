import { Sentence, Words, useTexts } from '@isegoria/ui';
import { otherOption, type Question } from '../../questionnaire/questionnaire.pure';

/** Before somebody answers: of which answers only so many responses are counted. */
export function QuotasTold({ question, isOnPaper = false }: { question: Question; isOnPaper?: boolean }) {
  const { t } = useTexts();
  const { quotas = [], options = [] } = question;
  return (
    <>
      {quotas.map(({ option, most }) => {
        const text = options.find(({ id }) => id === option)?.text;
        const own = t(isOnPaper ? 'paper.other' : 'answer.own');
        const words = { option: option === otherOption || text === undefined ? <>{own}</> : <Words text={text} by="office" /> };
        return (
          <p class="meta" key={option}>
            <span>
              <Sentence says={isOnPaper ? 'quota.onPaper' : 'quota.some'} words={words} values={{ most }} />
            </span>
          </p>
        );
      })}
    </>
  );
}
