import type { MessageKey } from '@isegoria/texts';
import {
  About,
  BarList,
  ChartWithTable,
  DataTable,
  EmptyState,
  Heading,
  Link,
  SelectField,
  SubmitButton,
  Time,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { HeadBelowResults } from '../../../results/dashboard/head-below-results.page';
import { PeopleBar } from '../../../results/assurance/levels.page';
import type { ActivityResults } from '../../../results/results.contract';
import type { ReadConsultation } from '../../../translation/reading/translated.page';
import type { AnswerCount, QuestionResult } from '../results/survey-results.contract';
import { answersByPath } from './answers-by-path.page';
import type { AnswersBy, GroupOfPeople, QuestionInGroup } from './answers-by.contract';

const named: Readonly<Record<Exclude<AnswersBy['state'], 'shown'>, MessageKey>> = {
  open: 'answersBy.open',
  tooFew: 'answersBy.tooFew',
};

export interface AnswersByProps {
  readonly consultation: ReadConsultation;
  /** Of everybody. */
  readonly results: ActivityResults;
  /** The questions by which people can be told apart; the one that is asked for comes in `answers`. */
  readonly questions: readonly QuestionResult[];
  /** Undefined while no question tells people apart. */
  readonly answers: AnswersBy | undefined;
  /** The answer of the people who are shown. */
  readonly of: string | undefined;
}

/** What people answered who gave one answer to another question, beside everybody. */
export function AnswersByPage(props: AnswersByProps) {
  const { t } = useTexts();
  const { consultation, results, questions, answers } = props;
  const path = answersByPath(consultation.id, results.activityId);
  return (
    <About {...consultation}>
      <HeadBelowResults consultation={consultation} />
      <section class="section stack" aria-labelledby="answers-by">
        <Heading level={2} size="md" id="answers-by">
          {t('answersBy.title')}
        </Heading>
        <p>{t('answersBy.lead')}</p>
        {questions.length > 0 && (
          <form method="get" action={path} class="form no-print" aria-label={t('answersBy.choose')}>
            <SelectField
              form="answers-by"
              state={asked}
              name="by"
              label={t('answersBy.question')}
              choices={questions.map(({ id, text }) => ({ value: id, label: text, by: 'office' as const }))}
              chosen={answers?.question ?? ''}
            />
            <p>
              <SubmitButton>{t('answersBy.show')}</SubmitButton>
            </p>
          </form>
        )}
      </section>
      {answers && answers.state === 'shown' ? (
        <Groups {...props} answers={answers} path={path} />
      ) : (
        <div class="section">
          <EmptyState next={{ href: `/consultations/${consultation.id}/results`, label: t('answersBy.toResults') }}>
            {t(whyNone(props), { least: results.smallestGroup ?? 0 })}
          </EmptyState>
        </div>
      )}
    </About>
  );
}

function whyNone({ answers, results }: AnswersByProps): MessageKey {
  if (answers && answers.state !== 'shown') return named[answers.state];
  return results.answersState === 'open' ? named.open : 'answersBy.none';
}

const asked: FormState = { values: {}, errors: [], key: '' };

function Groups(props: AnswersByProps & { answers: AnswersBy; path: string }) {
  const { t } = useTexts();
  const { answers, results, questions, path } = props;
  const by = questions.find(({ id }) => id === answers.question);
  const group = answers.groups.find(({ choice }) => choice === props.of) ?? answers.groups[0]!;
  const nameOf = (choice: string) => by?.choices.find((one) => one.choice === choice)?.text ?? t('answer.own');
  const isPartial = group.questions.some(({ choices, answered }) => choices.some(({ votes }) => votes === null) || answered === null);
  return (
    <>
      <nav class="section stack" aria-label={t('answersBy.groups')}>
        <p>{t('answersBy.groups')}</p>
        <ul class="downloads">
          {answers.groups.map(({ choice }) => (
            <li key={choice}>
              {choice === group.choice ? (
                <strong aria-current="true">
                  <Words text={nameOf(choice)} by="office" />
                </strong>
              ) : (
                <Link href={`${path}?${new URLSearchParams({ by: answers.question, of: choice }).toString()}`}>
                  <Words text={nameOf(choice)} by="office" />
                </Link>
              )}
            </li>
          ))}
        </ul>
        {answers.groups.length < (by?.choices.length ?? 0) && <p class="meta">{t('answersBy.leftOut', { least: answers.least })}</p>}
      </nav>
      <section class="section stack" aria-labelledby="group">
        <Heading level={2} size="md" id="group">
          <Words text={nameOf(group.choice)} by="office" />
        </Heading>
        <p>{t('answersBy.people', { count: group.people })}</p>
        {isPartial && <p>{t('answersBy.why', { least: answers.least })}</p>}
        {group.questions.map((question) => {
          const everybody = results.answers.find(({ id }) => id === question.id);
          return everybody && <Question question={question} group={group} everybody={everybody} key={question.id} />;
        })}
      </section>
      <section class="section how-counted">
        <p class="computed">
          <span>{t('results.computed', { position: answers.position })}</span>
          <Time at={answers.computedAt} withTime />
        </p>
        <p>
          {t('answersBy.how')} <Link href="/transparency#recount">{t('results.recount')}</Link>
        </p>
      </section>
    </>
  );
}

interface Row {
  readonly everybody: AnswerCount;
  readonly votes: number | null;
}

function Question({ question, group, everybody }: { question: QuestionInGroup; group: GroupOfPeople; everybody: QuestionResult }) {
  const { t, number, percent } = useTexts();
  const { id, answered, choices } = question;
  const name = ({ text }: AnswerCount) => text ?? t('answer.own');
  const share = (n: number, of: number) => percent(n / Math.max(1, of));
  const rows = everybody.choices.flatMap((one): Row[] => {
    const own = choices.find(({ choice }) => choice === one.choice);
    return own ? [{ everybody: one, votes: own.votes }] : [];
  });
  const hidden = t('answersBy.notShown');
  return (
    <div class="panel">
      <Heading level={3} size="xs">
        <Words text={everybody.text} by="office" />
      </Heading>
      {answered !== null && <p class="meta">{t('survey.answeredBy', { count: answered })}</p>}
      {rows.length === 0 && <p>{t(everybody.state === 'tooFew' ? 'answersBy.nothing' : 'answersBy.noChoices')}</p>}
      {rows.length > 0 && rows.every(({ votes }) => votes === null) && <p>{t('answersBy.nothing')}</p>}
      {rows.some(({ votes }) => votes !== null) && (
        <ChartWithTable
          id={`table-${id}`}
          summary={t('results.asTable')}
          chart={
            <BarList>
              {rows.map((row) => (
                <li key={row.everybody.choice}>
                  <span class="bar-text">
                    <Words text={name(row.everybody)} by="office" />
                  </span>
                  {row.votes !== null && (
                    <PeopleBar
                      id={`bar-${id}-${row.everybody.choice}`}
                      title={t('survey.chose', { count: row.votes })}
                      people={row.votes}
                      of={group.people}
                    />
                  )}
                  <span class="bar-numbers">
                    <strong>{row.votes === null ? hidden : t('survey.chose', { count: row.votes })}</strong>
                    {row.votes !== null && <span>{t('answersBy.ofGroup', { share: share(row.votes, group.people) })}</span>}
                  </span>
                </li>
              ))}
            </BarList>
          }
        >
          <DataTable
            caption={everybody.text}
            captionHidden
            rows={rows}
            columns={[
              { head: t('survey.answer'), cell: (row: Row) => <Words text={name(row.everybody)} by="office" /> },
              { head: t('answersBy.inGroup'), cell: ({ votes }: Row) => (votes === null ? hidden : number(votes)), numeric: true },
              {
                head: t('answersBy.shareOfGroup'),
                cell: ({ votes }: Row) => (votes === null ? hidden : share(votes, group.people)),
                numeric: true,
              },
              { head: t('answersBy.everybody'), cell: (row: Row) => number(row.everybody.votes), numeric: true },
            ]}
          />
        </ChartWithTable>
      )}
    </div>
  );
}
