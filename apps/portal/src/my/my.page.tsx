import type { ComponentChildren } from 'preact';
import type {
  AppealView,
  OwnCommentView,
  OwnParticipationView,
  OwnQuestionView,
  OwnReportView,
  OwnStatementView,
  Page,
} from '@isegoria/contracts';
import type { MessageKey } from '@isegoria/texts';
import { CitizenText, EmptyState, Heading, Link, Pagination, Sentence, Words, useTexts } from '@isegoria/ui';
import { OwnReport } from './own-report.page';
import { OwnComment, OwnQuestion, OwnStatement } from './contribution.page';

export interface MyPageProps {
  readonly consultations: Page<OwnParticipationView>;
  readonly statements: Page<OwnStatementView>;
  readonly comments: Page<OwnCommentView>;
  readonly questions: Page<OwnQuestionView>;
  readonly supportedComments: Page<OwnCommentView>;
  readonly supportedQuestions: Page<OwnQuestionView>;
  readonly reports: Page<OwnReportView>;
  readonly appeals: readonly AppealView[];
  /** Where the page of a list begins that is shown. */
  readonly cursors: (list: string) => string | undefined;
}

/** Everything of one person's, over all consultations, for that person. */
export function MyPage(props: MyPageProps) {
  const { t } = useTexts();
  const { consultations, statements, comments, questions, supportedComments, supportedQuestions, reports, appeals, cursors } = props;
  return (
    <div class="narrow stack-lg">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.my')}
        </Heading>
        <p class="lead">{t('my.lead')}</p>
      </div>
      <List name="consultations" title="my.consultations" empty="my.noConsultations" list={consultations} cursors={cursors}>
        {consultations.items.map((consultation) => (
          <Participation consultation={consultation} key={consultation.consultationId} />
        ))}
      </List>
      <List name="statements" title="my.statements" empty="my.noStatements" list={statements} cursors={cursors}>
        {statements.items.map((statement) => (
          <OwnStatement statement={statement} appeals={appeals} key={statement.id} />
        ))}
      </List>
      <List name="comments" title="my.comments" empty="my.noComments" list={comments} cursors={cursors}>
        {comments.items.map((comment) => (
          <OwnComment comment={comment} appeals={appeals} key={comment.id} />
        ))}
      </List>
      <List name="questions" title="my.questions" empty="my.noQuestions" list={questions} cursors={cursors}>
        {questions.items.map((question) => (
          <OwnQuestion question={question} appeals={appeals} key={question.id} />
        ))}
      </List>
      <List
        name="supportedComments"
        title="my.supportedComments"
        empty="my.noSupportedComments"
        list={supportedComments}
        cursors={cursors}
      >
        {supportedComments.items.map(({ id, text, consultationId, consultationTitle }) => (
          <Supported text={text} href={`/consultations/${consultationId}/comments`} place={consultationTitle} key={id} />
        ))}
      </List>
      <List
        name="supportedQuestions"
        title="my.supportedQuestions"
        empty="my.noSupportedQuestions"
        list={supportedQuestions}
        cursors={cursors}
      >
        {supportedQuestions.items.map(({ id, text, consultationTitle }) => (
          <Supported text={text} href={`/questions/${id}`} place={consultationTitle ?? t('my.inGeneral')} key={id} />
        ))}
      </List>
      <List name="reports" title="my.reports" empty="my.noReports" list={reports} cursors={cursors}>
        {reports.items.map((report) => (
          <OwnReport report={report} key={report.id} />
        ))}
      </List>
      <section class="stack" aria-labelledby="data">
        <Heading level={2} size="md" id="data">
          {t('my.data')}
        </Heading>
        <p>{t('my.dataLead')}</p>
        <p>
          <Link href="/my/data.json">{t('my.download')}</Link>
        </p>
      </section>
      <section class="stack" aria-labelledby="account">
        <Heading level={2} size="md" id="account">
          {t('my.account')}
        </Heading>
        <ul class="ds-list">
          {accountPages.map(([href, label]) => (
            <li key={href}>
              <Link href={href}>{t(label)}</Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const accountPages = [
  ['/my/notes', 'notes.title'],
  ['/account', 'nav.account'],
  ['/account/sessions', 'sessions.title'],
  ['/account/erasure', 'erasure.title'],
] as const satisfies readonly (readonly [string, MessageKey])[];

function List(props: {
  name: string;
  title: MessageKey;
  empty: MessageKey;
  list: Page<object>;
  cursors: MyPageProps['cursors'];
  children: ComponentChildren;
}) {
  const { t } = useTexts();
  const { name, list } = props;
  const next = nextFor(name);
  return (
    <section class="stack" aria-labelledby={name}>
      <Heading level={2} size="md" id={name}>
        {t(props.title)}
      </Heading>
      {list.items.length === 0 ? (
        <EmptyState next={{ href: next, label: t(next === '/questions' ? 'nav.questions' : 'nav.consultations') }}>
          {t(props.empty)}
        </EmptyState>
      ) : (
        <ul class="rows">{props.children}</ul>
      )}
      <Pagination path="/my" fragment={name} parameter={name} cursor={props.cursors(name)} next={list.next} />
    </section>
  );
}

/** Where one can do what a list has nothing of yet. */
const nextFor = (list: string): string => (/question/i.test(list) ? '/questions' : '/consultations');

function Supported(props: { text: string | null; href: string; place: string }) {
  return (
    <li>
      <CitizenText text={props.text} />
      <p class="meta">
        <Link href={props.href}>
          <Words text={props.place} />
        </Link>
      </p>
    </li>
  );
}

function Participation(props: { consultation: OwnParticipationView }) {
  const { t } = useTexts();
  const { consultationId, title, activities } = props.consultation;
  return (
    <li>
      <p class="loop-label">
        <Link href={`/consultations/${consultationId}`}>
          <Words text={title} />
        </Link>
      </p>
      {activities.map(({ id, title: own, excludedReason, standing }) => (
        <div key={id}>
          <p>
            <Link href={`/my/votes/${id}`}>{own === null ? t('my.votes') : <Sentence says="my.votesIn" words={{ title: own }} />}</Link>
          </p>
          {excludedReason !== null && (
            <p class="erased">
              {t('my.excluded')} <Words text={excludedReason} />
            </p>
          )}
          {standing === 'beyondQuota' && <p class="erased">{t('quota.kept')}</p>}
          {standing === 'belowLevel' && <p class="meta">{t('my.belowLevel')}</p>}
        </div>
      ))}
    </li>
  );
}
