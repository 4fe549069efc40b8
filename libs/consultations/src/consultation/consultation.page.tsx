import { ThankYou } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import { Breadcrumbs, ButtonLink, Heading, InLanguage, Link, Markdown, Notice, Tag, Time, useTexts } from '@isegoria/ui';
import { pagesOf } from '../methods/methods.page';
import type { ConsultationView } from '../queries.contract';
import { OpenSentence, PhaseTag } from './consultation-card.page';
import type { ConsultationPageProps } from './consultation-props.page';

/** Everything about one consultation, in the order in which people need it. */
export function ConsultationPage(props: ConsultationPageProps) {
  const { consultation } = props;
  const { t } = useTexts();
  const path = `/consultations/${consultation.id}`;
  const { TakingPart } = pagesOf(consultation.kind);
  return (
    <>
      <Breadcrumbs trail={[{ href: '/consultations', label: t('nav.consultations') }]} />
      {props.thanks && props.thanks.for !== 'vote' && <ThankYou for={props.thanks.for} receipt={props.thanks.receipt} />}
      <div class="page-head">
        <div class="tags">
          <PhaseTag phase={consultation.phase} />
          <Tag>{t(`kind.${consultation.kind}`)}</Tag>
        </div>
        <div lang={consultation.language} dir={directionOf(consultation.language)}>
          <Heading level={1} size="lg">
            {consultation.title}
          </Heading>
        </div>
        <p class="meta">
          <OpenSentence consultation={consultation} />
          <span>{t('consultation.participants', { count: consultation.participants })}</span>
          {consultation.phase !== 'draft' && <Link href={`${path}/results`}>{t('consultation.results')}</Link>}
        </p>
      </div>

      <div class="columns">
        <div class="stack-lg">
          {consultation.outcome && <Outcome consultation={consultation} outcome={consultation.outcome} />}
          {consultation.closedEarlyReason && (
            <Notice colour="info">
              {t('consultation.closedEarly')} <span dir="auto">{consultation.closedEarlyReason}</span>
            </Notice>
          )}
          <InLanguage language={consultation.language}>
            <Markdown source={consultation.description} />
          </InLanguage>
          {props.ballot?.reissued && <Notice colour="info">{t('consultation.reissued')}</Notice>}
          {props.ballot?.excludedReason && <ExcludedBallot reason={props.ballot.excludedReason} />}
          <TakingPart {...props} />
          {props.sections}
        </div>
        <aside class="aside stack" aria-labelledby="glance">
          <div class="card">
            <Heading level={2} size="xs" id="glance">
              {t('consultation.glance')}
            </Heading>
            <Facts consultation={consultation} />
            {consultation.phase !== 'draft' && <ButtonLink href={`${path}/results`}>{t('consultation.results')}</ButtonLink>}
            {props.mayEdit && (
              <ButtonLink href={`/office/consultations/${consultation.id}`} variant="secondary">
                {t('office.manage')}
              </ButtonLink>
            )}
            {props.mayModerate && consultation.phase !== 'draft' && (
              <ButtonLink href={`/office/consultations/${consultation.id}/ballots`} variant="secondary">
                {t('ballots.title')}
              </ButtonLink>
            )}
          </div>
        </aside>
      </div>
    </>
  );
}

/** Nobody's ballot is left out without the person being told, and why. */
function ExcludedBallot(props: { reason: string }) {
  const { t } = useTexts();
  return (
    <Notice colour="warning">
      {t('ballots.mine')} <q dir="auto">{props.reason}</q> {t('ballots.appeal')} <Link href="/questions">{t('nav.questions')}</Link>
    </Notice>
  );
}

function Facts(props: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { opensAt, closesAt, moderation, kind } = props.consultation;
  return (
    <dl class="facts">
      {opensAt && (
        <div>
          <dt>{t('consultation.opens')}</dt>
          <dd>
            <Time at={opensAt} withTime />
          </dd>
        </div>
      )}
      {closesAt && (
        <div>
          <dt>{t('consultation.closes')}</dt>
          <dd>
            <Time at={closesAt} withTime />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('consultation.how')}</dt>
        <dd>{t(pagesOf(kind).how(props.consultation))}</dd>
      </div>
      {moderation && (
        <div>
          <dt>{t('consultation.moderation')}</dt>
          <dd>{t(`moderation.${moderation}`)}</dd>
        </div>
      )}
    </dl>
  );
}

function Outcome(props: { consultation: ConsultationView; outcome: NonNullable<ConsultationView['outcome']> }) {
  const { t } = useTexts();
  return (
    <section class="card card-tinted" aria-labelledby="outcome">
      <Heading level={2} size="md" id="outcome">
        {t('outcome.title')}
      </Heading>
      <div class="loop">
        <div>
          <Heading level={3} size="xs">
            {t('outcome.youSaid')}
          </Heading>
          <InLanguage language={props.consultation.language}>
            <Markdown source={props.outcome.youSaid} />
          </InLanguage>
        </div>
        <div>
          <Heading level={3} size="xs">
            {t('outcome.weDid')}
          </Heading>
          <InLanguage language={props.consultation.language}>
            <Markdown source={props.outcome.weDid} />
          </InLanguage>
        </div>
      </div>
      <p class="meta">
        {t('outcome.published')} <Time at={props.outcome.publishedAt} />
      </p>
    </section>
  );
}
