import { limits, type Page } from '@isegoria/kernel';
import { blankForm, withQuery } from '@isegoria/portal-kit';
import {
  About,
  EmptyState,
  Form,
  Heading,
  Notice,
  Pagination,
  Sentence,
  SubmitButton,
  TextField,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { ActivityView } from '../activity/activity.contract';
import type { ConsultationView } from '../consultation/consultation.contract';
import { OfficeTrail } from '../consultation/office/office-trail.page';
import { pagesOf } from '../methods/methods.page';
import type { BallotView } from './ballot-exclusion.contract';
import { BallotList, type BallotListProps } from './evidence/ballot-list.page';
import { Evidence, type EvidenceProps } from './evidence/evidence.page';

/** The form that was sent, if it was refused. */
export interface JudgedBallot {
  readonly exclusion?: FormState;
  readonly reinstatement?: { readonly voter: string; readonly form: FormState };
}

interface BallotsPageProps {
  readonly consultation: ConsultationView;
  readonly activity: ActivityView;
  readonly evidence: Omit<EvidenceProps, 'path'>;
  readonly list: Omit<BallotListProps, 'path'>;
  readonly excluded: Page<BallotView> & { readonly cursor?: string };
  readonly sent: JudgedBallot;
  /** Whether the reader may read the office's page of the consultation. */
  readonly mayRun: boolean;
}

/** Ballots by pseudonym: a moderator leaves one out of the counts or puts it back, each time on the record. */
export function BallotsPage(props: BallotsPageProps) {
  const { t } = useTexts();
  const { consultation, activity } = props;
  const path = ballotsPath(consultation.id, activity.id);
  const exclusion = props.sent.exclusion ?? blankForm();
  const { leftOutLate } = pagesOf(activity.method);
  const isClosed = consultation.phases.find(({ id }) => id === activity.phaseId)?.status === 'closed';
  return (
    <About language={consultation.language}>
      <div class="narrow">
        <OfficeTrail consultation={consultation} mayRun={props.mayRun} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('ballots.title')}
          </Heading>
          <p class="lead">{t('ballots.lead')}</p>
          {consultation.activities.length > 1 && <ActivityChoice consultation={consultation} activity={activity} />}
        </div>
        {isClosed && leftOutLate && <Notice colour="warning">{t(leftOutLate)}</Notice>}
        <div class="stack-lg">
          <Evidence {...props.evidence} path={path} />
          <section class="stack" aria-labelledby="all-ballots">
            <Heading level={2} size="md" id="all-ballots">
              {t('ballots.all')}
            </Heading>
            <BallotList {...props.list} path={path} />
          </section>
          <section class="stack" aria-labelledby="exclude">
            <Heading level={2} size="md" id="exclude">
              {t('ballots.exclude')}
            </Heading>
            <Form name="exclusion" action={`${path}/exclusion`} state={exclusion}>
              <TextField
                form="exclusion"
                name="voter"
                label={t('ballots.voter')}
                hint={t('ballots.voterHint')}
                state={exclusion}
                max={32}
              />
              <TextField
                form="exclusion"
                name="reason"
                label={t('moderation.reason')}
                hint={t('office.onRecord')}
                state={exclusion}
                max={limits.reasonLength}
              />
              <SubmitButton danger>{t('ballots.exclude')}</SubmitButton>
            </Form>
          </section>
          <section class="stack" aria-labelledby="excluded">
            <Heading level={2} size="md" id="excluded">
              {t('ballots.excluded')}
            </Heading>
            {props.excluded.items.length === 0 && <EmptyState>{t('ballots.noneExcluded')}</EmptyState>}
            {props.excluded.items.map((ballot) => (
              <ExcludedBallot key={ballot.voter} ballot={ballot} path={path} from={props.excluded.cursor} sent={props.sent} />
            ))}
            <Pagination path={path} parameter="excluded" fragment="excluded" cursor={props.excluded.cursor} next={props.excluded.next} />
          </section>
        </div>
      </div>
    </About>
  );
}

/** Ballots are cast in one activity; the others are a step away. */
function ActivityChoice(props: { consultation: ConsultationView; activity: ActivityView }) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('ballots.activities')}>
      <ul class="rows">
        {props.consultation.activities.map(({ id, title, method }) => (
          <li key={id}>
            <a class="ds-link" href={ballotsPath(props.consultation.id, id)} aria-current={id === props.activity.id ? 'page' : undefined}>
              {title === null ? t(pagesOf(method).name) : <Words text={title} by="office" />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function ballotsPath(consultationId: string, activityId: string): string {
  return `/office/consultations/${consultationId}/activities/${activityId}/ballots`;
}

function ExcludedBallot(props: { ballot: BallotView; path: string; from?: string; sent: JudgedBallot }) {
  const { t } = useTexts();
  const { voter, excludedReason } = props.ballot;
  const state = props.sent.reinstatement?.voter === voter ? props.sent.reinstatement.form : blankForm();
  const name = `reinstate-${voter}`;
  return (
    <article class="card">
      <code dir="ltr">{voter}</code>
      <p>
        <Sentence says="officials.reason" words={{ reason: excludedReason ?? '' }} />
      </p>
      <Form name={name} action={withQuery(`${props.path}/${voter}/reinstatement`, { excluded: props.from })} state={state}>
        <TextField
          form={name}
          name="reason"
          label={t('moderation.reason')}
          hint={t('office.onRecord')}
          state={state}
          max={limits.reasonLength}
        />
        <SubmitButton variant="secondary">{t('ballots.reinstate')}</SubmitButton>
      </Form>
    </article>
  );
}
