import type { VNode } from 'preact';
import { levelsFrom } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { BarList, ChartWithTable, DataTable, Heading, Link, Words, useIds, useSectionName, useTexts } from '@isegoria/ui';
import { beside } from '../../../results/assurance/by-assurance.contract';
import { LevelBar, LevelLegend, PeopleBar, levelsWith } from '../../../results/assurance/levels.page';
import type { ActivityResults } from '../../../results/results.contract';
import type { OfficialAnswerView } from '../../../official-answer/official-answer.contract';
import { AnswerLink, officialAnswersPath } from '../../../official-answer/pages/stance.page';
import { EndsOfScale } from '../response/pages/question-field.page';
import { UnansweredFigures } from '../paper/unanswered/unanswered.page';
import { answersByPath } from '../answers-by/answers-by-path.page';
import { writtenTextsPath } from '../written/pages/written-text-paths.page';
import { PlacesMap } from '../place/places-map.page';
import { leastResponses, type AnswerCount, type QuestionResult } from './survey-results.contract';

/** What people answered, question by question: a chart and a table for each, with levels apart. */
export function SurveyQuestions(props: {
  results: ActivityResults;
  consultationId: string;
  /** Of the office, to single questions. */
  answers: readonly OfficialAnswerView[];
}) {
  const { results, consultationId } = props;
  const answerTo = (question: string) => {
    const answer = props.answers.find(({ named }) => named === question);
    return answer && <AnswerLink answersAt={officialAnswersPath(consultationId)} answer={answer} />;
  };
  const { t } = useTexts();
  const id = useIds()('survey-results');
  const sectionName = useSectionName()('survey-results');
  const { answers, answersState, beyondQuota = 0, smallestGroup, countsFrom } = results;
  const areApart = answers.some(tellsLevels);
  const levels = areApart ? levelsWith(results.participantsByAssurance) : [];
  return (
    <section class="section stack" aria-labelledby={sectionName}>
      <Heading level={2} size="md" id={id}>
        {t('survey.results')}
      </Heading>
      {answersState === 'open' && <p>{t('survey.untilClosed')}</p>}
      {answersState === 'tooFew' && <p>{t('survey.tooFew', { least: smallestGroup ?? leastResponses })}</p>}
      {beyondQuota > 0 && <p>{t('quota.beyond', { count: beyondQuota })}</p>}
      {areApart && <LevelLegend levels={levels} />}
      {answers.some(({ tellsApart }) => tellsApart) && (
        <p class="no-print">
          <Link href={answersByPath(consultationId, results.activityId)}>{t('answersBy.link')}</Link>
        </p>
      )}
      {answers.map((question, index) => (
        <QuestionFigures
          place={index + 1}
          {...{ question, levels, countsFrom }}
          least={smallestGroup ?? leastResponses}
          answer={answerTo(question.id)}
          textsAt={isWritten(question) ? writtenTextsPath(consultationId, results.activityId, question.id) : undefined}
          key={question.id}
        />
      ))}
    </section>
  );
}

/** Whether people wrote words, instead of an option or besides, and enough did. */
const isWritten = ({ kind, choices, state }: QuestionResult) =>
  state === 'shown' && (kind === 'short-text' || kind === 'long-text' || (kind !== 'place' && choices.some(({ text }) => text === null)));

/** Whether its choices are told level by level: those of places never are, though who answered may be. */
const tellsLevels = ({ choices }: QuestionResult) => choices.some(({ byAssurance }) => byAssurance !== null);

/** Of what the questionnaire has no words for: what people wrote themselves, and all other places. */
export const nameOfChoice = (t: Texts['t'], { kind }: Pick<QuestionResult, 'kind'>, { text }: Pick<AnswerCount, 'text'>): string =>
  text ?? t(kind === 'place' ? 'place.elsewhere' : 'answer.own');

interface QuestionProps {
  /** The address of the page with what people wrote; absent where there is none. */
  readonly textsAt?: string;
  /** What the office says about it. */
  readonly answer?: VNode;
  /** From 1. */
  readonly place: number;
  readonly question: QuestionResult;
  readonly levels: ReturnType<typeof levelsWith>;
  readonly countsFrom: ActivityResults['countsFrom'];
  /** Fewer people than that are not told apart. */
  readonly least: number;
}

export function QuestionFigures({ place, question, levels, countsFrom, textsAt, least, answer }: QuestionProps) {
  const { t, number, percent } = useTexts();
  const { id, kind, text, answered, answeredByAssurance, choices, mean, unanswered, ends } = question;
  if (answered === null) {
    return (
      <div class="panel">
        <Heading level={3} size="xs">
          <Words text={text} by="office" />
        </Heading>
        <p>{t('survey.questionTooFew', { least })}</p>
        {answer}
      </div>
    );
  }
  const others = answeredByAssurance ? beside(answeredByAssurance, countsFrom) : 0;
  const share = (votes: number) => percent(votes / Math.max(1, answered));
  const name = (choice: AnswerCount) => nameOfChoice(t, question, choice);
  return (
    <div class="panel">
      <Heading level={3} size="xs">
        <Words text={text} by="office" />
      </Heading>
      <p class="meta">{t('survey.answeredBy', { count: answered })}</p>
      {others > 0 && <p class="meta">{t('survey.answeredBeside', { count: others })}</p>}
      {mean !== null && <p class="meta">{t('survey.mean', { mean })}</p>}
      {unanswered && <UnansweredFigures counts={unanswered} least={least} />}
      {ends && (
        <p class="meta">
          <EndsOfScale {...ends} />
        </p>
      )}
      {textsAt !== undefined && (
        <p class="no-print">
          <Link href={textsAt}>{t('written.link')}</Link>
        </p>
      )}
      {answer}
      {kind === 'place' && choices.length > 0 && <PlacesMap choices={choices} />}
      {choices.length === 0 ? (
        <p>{kind === 'number' || kind === 'date' ? t('survey.valuesTooFew', { least }) : t('survey.inWords')}</p>
      ) : (
        <ChartWithTable
          id={`table-${id}`}
          summary={t('results.asTable')}
          chart={
            <BarList>
              {choices.map((choice) => (
                <li key={choice.choice}>
                  <span class="bar-text">
                    <Words text={name(choice)} by="office" />
                  </span>
                  <AnswerBar id={`bar-${id}-${choice.choice}`} {...choice} countsFrom={countsFrom} of={answered} />
                  <span class="bar-numbers">
                    <strong>{t('survey.chose', { count: choice.votes })}</strong>
                    <span>{t('survey.ofAnswers', { share: share(choice.votes) })}</span>
                  </span>
                </li>
              ))}
            </BarList>
          }
        >
          <DataTable
            caption={t('survey.answersTo', { number: place })}
            captionHidden
            rows={choices}
            columns={[
              { head: t('survey.answer'), cell: (choice) => <Words text={name(choice)} by="office" /> },
              { head: t('survey.answered'), cell: ({ votes }) => number(votes), numeric: true },
              { head: t('survey.shareOfAnswers'), cell: ({ votes }) => share(votes), numeric: true },
              ...(tellsLevels(question) ? levels : []).map((level) => ({
                head: t(`assuranceLevel.${level}`),
                cell: ({ byAssurance }: AnswerCount) => number(byAssurance![level]),
                numeric: true,
              })),
            ]}
          />
        </ChartWithTable>
      )}
    </div>
  );
}

/** Levels of few people are not told apart, nor are those of answers on paper. */
function AnswerBar(props: Pick<AnswerCount, 'votes' | 'byAssurance'> & Pick<QuestionProps, 'countsFrom'> & { id: string; of: number }) {
  const { t } = useTexts();
  const { id, votes, byAssurance, countsFrom, of } = props;
  if (byAssurance === null) return <PeopleBar id={id} title={t('survey.chose', { count: votes })} people={votes} of={of} />;
  return <LevelBar id={id} counts={byAssurance} levels={levelsFrom(countsFrom)} of={Math.max(1, of)} />;
}
