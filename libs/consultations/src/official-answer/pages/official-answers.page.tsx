import type { Page } from '@isegoria/kernel';
import { withQuery } from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  CitizenText,
  EmptyState,
  Heading,
  InLanguage,
  Link,
  Markdown,
  Pagination,
  Time,
  Words,
  WordsIn,
  useTexts,
} from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { activityNameIn, answerTo } from './activity-name.page';
import { StanceTag, officialAnswersPath } from './stance.page';
import { stances, type OfficialAnswerView, type Stance } from '../official-answer.contract';

/** The words of what is answered; null where nobody may read them any more. */
export type WordsAnswered = ReadonlyMap<string, string | null>;

/** All official answers in a consultation, the last one first. */
export function OfficialAnswersPage(props: {
  consultation: ConsultationView;
  answers: Page<OfficialAnswerView>;
  words: WordsAnswered;
  stance?: Stance;
  cursor?: string;
}) {
  const { t } = useTexts();
  const { consultation, answers, words, stance } = props;
  const path = officialAnswersPath(consultation.id);
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language }]} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('officialAnswers.title')}
          </Heading>
          <p class="lead">{t('officialAnswers.lead')}</p>
          <p class="meta">
            {stance && <Link href={path}>{t('officialAnswers.all')}</Link>}
            {stances
              .filter((one) => one !== stance)
              .map((one) => (
                <Link href={withQuery(path, { stance: one })} key={one}>
                  {t(`stance.${one}`)}
                </Link>
              ))}
          </p>
        </div>
        {answers.items.length === 0 && <EmptyState>{t('officialAnswers.none')}</EmptyState>}
        {answers.items.map((answer) => (
          <OfficialAnswer consultation={consultation} answer={answer} words={words.get(answer.aboutId) ?? null} key={answer.aboutId} />
        ))}
        <Pagination path={withQuery(path, { stance })} cursor={props.cursor} next={answers.next} />
      </div>
    </About>
  );
}

function OfficialAnswer(props: { consultation: ConsultationView; answer: OfficialAnswerView; words: string | null }) {
  const { t } = useTexts();
  const { consultation, answer, words } = props;
  const { aboutId, about, stance, text, answeredAt } = answer;
  return (
    <article class="card stack" id={`answer-${aboutId}`}>
      <div class="tags">
        <StanceTag stance={stance} />
      </div>
      <p class="meta">{t(answerTo(consultation, answer))}</p>
      {about === 'activity' ? (
        <p>
          <WordsIn language={consultation.language}>{activityNameIn(t, consultation, aboutId)}</WordsIn>
        </p>
      ) : (
        <CitizenText text={words} />
      )}
      <div class="answer">
        <InLanguage language={consultation.language}>
          <Markdown source={text} below={2} />
        </InLanguage>
        <p class="meta">
          <Time at={answeredAt} withTime />
        </p>
      </div>
      <EarlierAnswers {...props} />
    </article>
  );
}

function EarlierAnswers({ consultation, answer }: { consultation: ConsultationView; answer: OfficialAnswerView }) {
  const { t } = useTexts();
  if (answer.corrections === 0) return null;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('officialAnswers.earlier', { count: answer.corrections })}</summary>
      <div class="stack">
        {answer.earlier.toReversed().map(({ stance, text, note, correctedAt }) => (
          <div class="stack" key={correctedAt}>
            <p class="meta">
              <Time at={correctedAt} withTime />
              <span>
                {t('dates.why')} <Words text={note} />
              </span>
            </p>
            <div class="tags">
              <StanceTag stance={stance} />
            </div>
            <InLanguage language={consultation.language}>
              <Markdown source={text} below={2} />
            </InLanguage>
          </div>
        ))}
      </div>
    </details>
  );
}
