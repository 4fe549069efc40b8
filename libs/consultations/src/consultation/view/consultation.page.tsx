import type { ComponentChildren, VNode } from 'preact';
import { Documents, Picture, plainExcerpt, readableName, unitPath, CategoryTags, type CategoryTree } from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  ButtonLink,
  Deadline,
  Heading,
  Link,
  Notice,
  OfficeMarkdown,
  Time,
  Words,
  useOffice,
  useTexts,
} from '@isegoria/ui';
import type { LoadedActivity } from '../../activity/activity.page';
import { AnswerFacts, WhatIsOwed } from '../../answer-owed/answer-owed.page';
import { ballotsPath } from '../../ballot-exclusion/ballot-exclusion.page';
import type { MyBallot } from '../../ballot/ballot.contract';
import { pagesOf } from '../../methods/methods.page';
import type { MilestoneView } from '../../milestone/milestone.contract';
import { outcomePath } from '../../milestone/pages/milestone-status.page';
import { officialAnswersPath } from '../../official-answer/pages/stance.page';
import { ThemesLink } from '../../official-answer/themes/themes.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { Phases } from '../../phase/phases.page';
import type { ToldMomentView } from '../../timeline/timeline.contract';
import { Timeline } from '../../timeline/timeline.page';
import { OwnLevel } from '../../results/assurance/counts-from.page';
import { CancelledFacts } from '../../cancellation/cancellation.page';
import { AboutFacts } from '../about/about.page';
import { NextStep, Steps, type Step } from '../steps/steps.page';
import { MethodTags, StatusTag } from './consultation-card.page';
import { OpenSentence, closedAt } from '../when/open-sentence.page';
import type { ReadConsultation } from '../../translation/reading/translated.page';
import { TranslationNotice } from '../../translation/reading/translation-notice.page';
import type { ConsultationView } from '../consultation.contract';

export interface ConsultationPageProps {
  readonly consultation: ReadConsultation;
  /** What topics and areas are called; absent where the consultation has none. */
  readonly categories?: CategoryTree;
  /** Where it belongs: its unit. */
  readonly trail: readonly { readonly href: string; readonly label: string }[];
  readonly unitName: string;
  readonly activities: readonly LoadedActivity[];
  readonly steps: readonly Step[];
  /** The name of the step that is shown. */
  readonly current: string;
  /** What is done about the outcome. */
  readonly milestones?: readonly MilestoneView[];
  /** What its timeline tells beside. */
  readonly told?: readonly ToldMomentView[];
  /** What came out, where it is over. */
  readonly findings?: VNode;
  /** What another context shows as a step; absent on the first. */
  readonly section?: VNode;
  /** Absent for a visitor who is not signed in. */
  readonly ballot?: MyBallot;
  readonly thanks?: VNode;
  readonly mayModerate: boolean;
  readonly mayEdit: boolean;
}

/** One step of a consultation: on the first, what it is about and where people vote. */
export function ConsultationPage(props: ConsultationPageProps) {
  return (
    <About {...props.consultation}>
      <WholePage {...props} />
    </About>
  );
}

function WholePage(props: ConsultationPageProps) {
  const { consultation } = props;
  const { t } = useTexts();
  const path = `/consultations/${consultation.id}`;
  const [firstActivity] = consultation.activities;
  return (
    <>
      <Breadcrumbs trail={[{ href: '/consultations', label: t('nav.consultations') }, ...props.trail]} />
      {consultation.status === 'draft' && (
        <Notice colour="warning">
          <strong>{t('draft.isPreview')}</strong> {t('draft.isPreviewWhy')}
        </Notice>
      )}
      {props.thanks}
      <ConsultationHead consultation={consultation}>
        {props.categories && <CategoryTags categories={consultation.categories} tree={props.categories} areLinks />}
        <p class="meta">
          <OpenSentence of={consultation} />
          {!consultation.cancellation && <span>{t('consultation.participants', { count: consultation.participants })}</span>}
        </p>
        <TranslationNotice consultation={consultation} page={path} />
      </ConsultationHead>
      <Steps page={path} steps={props.steps} current={props.current} />

      <div class="columns">
        <div class="stack-lg">
          {props.section ? (
            <>
              <WhatIsOwed consultation={consultation} />
              {props.section}
            </>
          ) : (
            <FirstStep {...props} />
          )}
          {props.ballot && <OwnName ballot={props.ballot} />}
          <NextStep page={path} steps={props.steps} current={props.current} />
        </div>
        <aside class="aside stack" aria-labelledby="glance">
          <div class="card">
            <Heading level={2} size="xs" id="glance">
              {t('consultation.glance')}
            </Heading>
            <Facts consultation={consultation} unitName={props.unitName} />
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

/** What a consultation is called and where it stands, with what a step says beside. */
export function ConsultationHead(props: { consultation: ConsultationView; children?: ComponentChildren }) {
  const { consultation } = props;
  return (
    <div class="page-head">
      <div class="tags">
        <StatusTag status={consultation.status} />
        <MethodTags methods={consultation.methods} />
      </div>
      <Heading level={1} size="lg">
        <Words text={consultation.title} by="office" />
      </Heading>
      {consultation.summary && (
        <p class="lead">
          <Words text={consultation.summary} by="office" />
        </p>
      )}
      {props.children}
    </div>
  );
}

function FirstStep(props: ConsultationPageProps) {
  const { consultation, ballot } = props;
  const { t } = useTexts();
  const isRunning = consultation.status === 'open' || consultation.status === 'scheduled';
  return (
    <>
      {pagesOfActs.map(({ name, Notice: NoticeOfAct }) => NoticeOfAct && <NoticeOfAct consultation={consultation} key={name} />)}
      {consultation.officialAnswers > 0 && (
        <p>
          <Link href={officialAnswersPath(consultation.id)}>{t('officialAnswers.read', { count: consultation.officialAnswers })}</Link>
        </p>
      )}
      <ThemesLink consultation={consultation} />
      {consultation.milestones > 0 && (
        <p>
          <Link href={outcomePath(consultation.id)}>{t('milestones.read', { count: consultation.milestones })}</Link>
        </p>
      )}
      {props.findings}
      <Picture picture={consultation.picture} whole />
      <Description {...consultation} />
      <Documents documents={consultation.documents} />
      {ballot?.reissued && <Notice colour="info">{t('consultation.reissued')}</Notice>}
      {ballot && isRunning && <OwnLevel ballot={ballot} countsFrom={consultation.countsFrom} page={`/consultations/${consultation.id}`} />}
      <Phases consultation={consultation} activities={props.activities} />
      {consultation.status !== 'draft' && <Timeline consultation={consultation} milestones={props.milestones} told={props.told} />}
    </>
  );
}

/** Characters from which on a description is folded away below its beginning, so that what there is to do is not far down. */
const longDescription = 1_200;

function Description({ description }: ConsultationView) {
  const { t } = useTexts();
  const said = useOffice()(description);
  const whole = <OfficeMarkdown source={description} below={1} />;
  if (said.text.length <= longDescription) return whole;
  return (
    <div class="stack">
      <p class="lead" lang={said.language} dir="auto">
        {plainExcerpt(said.text, 280)}
      </p>
      <details class="ds-details as-table" data-variant="default" data-color="neutral">
        <summary>{t('steps.readAll')}</summary>
        <div>{whole}</div>
      </details>
    </div>
  );
}

/** Who somebody is here: the name that stands beside whatever the person writes. */
function OwnName(props: { ballot: MyBallot }) {
  const texts = useTexts();
  const { voter, nameNumber } = props.ballot;
  return <p class="meta own-name">{texts.t('names.yours', { name: readableName(texts, voter, nameNumber ?? undefined) })}</p>;
}

/** What is worth knowing at a glance; if there are several activities, what concerns one of them is shown with it. */
function Facts(props: { consultation: ConsultationView; unitName: string }) {
  const { t } = useTexts();
  const { unit, opensAt, closesAt, activities, countsFrom, cancellation } = props.consultation;
  if (cancellation) return <CancelledFacts consultation={props.consultation} cancellation={cancellation} />;
  const [only, ...others] = activities;
  const closed = closedAt(props.consultation, Date.now());
  const isOver = props.consultation.status === 'closed' || props.consultation.status === 'decided';
  // How to take part is of no use to whoever can no longer.
  const facts = only && others.length === 0 && !isOver ? pagesOf(only.method).facts(only) : [];
  return (
    <dl class="facts">
      {opensAt && (
        <div>
          <dt>{t(Date.parse(opensAt) <= Date.now() ? 'consultation.opened' : 'consultation.opens')}</dt>
          <dd>
            {Date.parse(opensAt) > Date.now() ? <Deadline at={opensAt} isStart /> : <Time at={opensAt} withTime />}
          </dd>
        </div>
      )}
      {closesAt && (
        <div>
          <dt>{t(closed ? 'consultation.closed' : 'consultation.closes')}</dt>
          <dd>
            {closed ? <Time at={closed} isEnd /> : <Deadline at={closesAt} />}
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
      <div>
        <dt>{t('answerOwed.responsible')}</dt>
        <dd>
          <Link href={unitPath(unit)}>
            <Words text={props.unitName} />
          </Link>
        </dd>
      </div>
      <AnswerFacts consultation={props.consultation} />
      <AboutFacts consultation={props.consultation} />
    </dl>
  );
}
