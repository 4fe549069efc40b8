import type { Page } from '@isegoria/kernel';
import { PublicReason } from '@isegoria/portal-kit';
import { Heading, Words, useIds, useTexts } from '@isegoria/ui';
import { AnswerLink } from '../../../../official-answer/pages/stance.page';
import { questionsOf, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import type { OwnTextView } from '../written-text.contract';

/** What became of the texts of a person, for that person. */
export function OwnTexts(props: { questionnaire: Questionnaire; own: Page<OwnTextView>; answersAt: string }) {
  const { t } = useTexts();
  const { questionnaire, own, answersAt } = props;
  const id = useIds()('own-texts');
  if (own.items.length === 0) return null;
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question.text]));
  return (
    <section class="panel stack" aria-labelledby={id}>
      <Heading level={3} size="xs" id={id}>
        {t('written.own')}
      </Heading>
      <p class="meta">{t('written.ownLead')}</p>
      <dl class="facts">
        {own.items.map(({ question, decision, reason, rule, answer }) => (
          <div key={question}>
            <dt>
              <Words text={questions.get(question) ?? question} by="office" />
            </dt>
            <dd>
              {t(`written.${decision}`)} {reason !== null && <PublicReason reason={reason} rule={rule} />}
              {answer && <AnswerLink answersAt={answersAt} answer={answer} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
