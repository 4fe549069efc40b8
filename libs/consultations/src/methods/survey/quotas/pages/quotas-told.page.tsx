import { Notice, Sentence, Words, useTexts } from '@isegoria/ui';
import { otherOption, type Question } from '../../questionnaire/questionnaire.pure';
import type { QuotaPlaces } from '../../survey.contract';

/**
 * What somebody reads whose response is beyond a quota. By the rules before decision 156, those who took the places may have been left out
 * since, so that nothing is said of how many are counted.
 */
export function BeyondQuota({ settings }: { readonly settings: { readonly quotaPlaces?: QuotaPlaces } }) {
  const { t } = useTexts();
  return <Notice colour="warning">{t(settings.quotaPlaces === 'standing' ? 'quota.mine' : 'quota.wasFull')}</Notice>;
}

interface QuotasProps {
  readonly question: Question;
  readonly isOnPaper?: boolean;
  /** Whether the person is known less surely than a response needs to be counted. */
  readonly isToConfirm?: boolean;
}

/** Before somebody answers: of which answers only so many responses are counted. */
export function QuotasTold({ question, isOnPaper = false, isToConfirm = false }: QuotasProps) {
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
      {isToConfirm && quotas.length > 0 && <p class="meta">{t('quota.onceConfirmed')}</p>}
    </>
  );
}
