import type { VNode } from 'preact';
import { readableName } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import { Breadcrumbs, ButtonLink, Heading, InLanguage, Link, Markdown, Notice, Time, useTexts } from '@isegoria/ui';
import type { LoadedActivity } from '../../activity/activity.page';
import { ballotsPath } from '../../ballot-exclusion/ballot-exclusion.page';
import type { MyBallot } from '../../ballot/ballot.contract';
import { pagesOf } from '../../methods/methods.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { Phases } from '../../phase/phases.page';
import { OwnLevel } from '../../results/assurance/counts-from.page';
import { MethodTags, StatusTag } from './consultation-card.page';
import { OpenSentence, closedAt } from '../when/open-sentence.page';
import type { ConsultationView } from '../consultation.contract';

export interface ConsultationPageProps {
  readonly consultation: ConsultationView;
  /** Where it belongs: its unit. */
  readonly trail: readonly { readonly href: string; readonly label: string }[];
  readonly activities: readonly LoadedActivity[];
  /** What other contexts show here. */
  readonly sections: readonly VNode[];
  /** Absent for a visitor who is not signed in. */
  readonly ballot?: MyBallot;
  readonly thanks?: VNode;
  readonly mayModerate: boolean;
  readonly mayEdit: boolean;
}

/** Everything about one consultation, in the order in which people need it. */
export function ConsultationPage(props: ConsultationPageProps) {
  const { consultation } = props;
  const { t } = useTexts();
  const path = `/consultations/${consultation.id}`;
  const [firstActivity] = consultation.activities;
  const isRunning = consultation.status === 'open' || consultation.status === 'scheduled';
  return (
    <>
      <Breadcrumbs trail={[{ href: '/consultations', label: t('nav.consultations') }, ...props.trail]} />
      {props.thanks}
      <div class="page-head">
        <div class="tags">
          <StatusTag status={consultation.status} />
          <MethodTags methods={consultation.methods} />
        </div>
        <div lang={consultation.language} dir={directionOf(consultation.language)}>
          <Heading level={1} size="lg">
            {consultation.title}
          </Heading>
        </div>
        <p class="meta">
          <OpenSentence of={consultation} />
          <span>{t('consultation.participants', { count: consultation.participants })}</span>
          {consultation.status !== 'draft' && <Link href={`${path}/results`}>{t('consultation.results')}</Link>}
        </p>
      </div>

      <div class="columns">
        <div class="stack-lg">
          {pagesOfActs.map(({ name, Notice: NoticeOfAct }) => NoticeOfAct && <NoticeOfAct consultation={consultation} key={name} />)}
          <InLanguage language={consultation.language}>
            <Markdown source={consultation.description} />
          </InLanguage>
          {props.ballot?.reissued && <Notice colour="info">{t('consultation.reissued')}</Notice>}
          {props.ballot && <OwnName ballot={props.ballot} />}
          {props.ballot && isRunning && <OwnLevel ballot={props.ballot} countsFrom={consultation.countsFrom} page={path} />}
          <Phases consultation={consultation} activities={props.activities} />
          {props.sections}
        </div>
        <aside class="aside stack" aria-labelledby="glance">
          <div class="card">
            <Heading level={2} size="xs" id="glance">
              {t('consultation.glance')}
            </Heading>
            <Facts consultation={consultation} />
            {consultation.status !== 'draft' && <ButtonLink href={`${path}/results`}>{t('consultation.results')}</ButtonLink>}
            {props.mayEdit && (
              <ButtonLink href={`/office/consultations/${consultation.id}`} variant="secondary">
                {t('office.manage')}
              </ButtonLink>
            )}
            {props.mayModerate && firstActivity && consultation.status !== 'draft' && (
              <ButtonLink href={ballotsPath(consultation.id, firstActivity.id)} variant="secondary">
                {t('ballots.title')}
              </ButtonLink>
            )}
          </div>
        </aside>
      </div>
    </>
  );
}

/** Who somebody is here: the name that stands beside whatever the person writes. */
function OwnName(props: { ballot: MyBallot }) {
  const texts = useTexts();
  const { voter, nameNumber } = props.ballot;
  return <p class="meta own-name">{texts.t('names.yours', { name: readableName(texts, voter, nameNumber ?? undefined) })}</p>;
}

/** What is worth knowing at a glance; if there are several activities, what concerns one of them is shown with it. */
function Facts(props: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { opensAt, closesAt, activities, countsFrom } = props.consultation;
  const [only, ...others] = activities;
  const closed = closedAt(props.consultation, Date.now());
  const facts = only && others.length === 0 ? pagesOf(only.method).facts(only) : [];
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
          <dt>{t(closed ? 'consultation.closed' : 'consultation.closes')}</dt>
          <dd>
            <Time at={closed ?? closesAt} withTime />
          </dd>
        </div>
      )}
      {facts.map(({ label, words }) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('field.countsFrom')}</dt>
        <dd>{t(`countsFrom.choice.${countsFrom}`)}</dd>
      </div>
    </dl>
  );
}
