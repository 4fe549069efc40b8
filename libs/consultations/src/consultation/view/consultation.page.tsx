import type { ComponentChildren, VNode } from 'preact';
import { Documents, Picture, plainExcerpt, readableName, CategoryTags, type CategoryTree } from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  ButtonLink,
  Heading,
  Link,
  Notice,
  OfficeMarkdown,
  Words,
  useOffice,
  useTexts,
} from '@isegoria/ui';
import type { LoadedActivity } from '../../activity/activity.page';
import { WhatIsOwed } from '../../answer-owed/answer-owed.page';
import { ballotsPath } from '../../ballot-exclusion/ballot-exclusion.page';
import type { MyBallot } from '../../ballot/ballot.contract';
import type { MilestoneView } from '../../milestone/milestone.contract';
import { outcomePath } from '../../milestone/pages/milestone-status.page';
import { officialAnswersPath } from '../../official-answer/pages/stance.page';
import { ThemesLink } from '../../official-answer/themes/themes.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { Phases } from '../../phase/phases.page';
import type { ToldMomentView } from '../../timeline/timeline.contract';
import { Timeline } from '../../timeline/timeline.page';
import { OwnLevel } from '../../results/assurance/counts-from.page';
import { Facts } from '../about/facts.page';
import { NextStep, Steps, type Step } from '../steps/steps.page';
import { MethodTags, StatusTag } from './consultation-card.page';
import { OpenSentence } from '../when/open-sentence.page';
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
          {!consultation.cancellation && (
            <span id="took-part" data-swap>
              {t('consultation.participants', { count: consultation.participants })}
            </span>
          )}
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
      <WhereToReadOn consultation={consultation} />
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

/** What the ministry answered and does, each a page away: together, since they are one way on. */
function WhereToReadOn({ consultation }: { consultation: ReadConsultation }) {
  const { t } = useTexts();
  const { id, officialAnswers, themes, milestones } = consultation;
  if (officialAnswers + themes + milestones === 0) return null;
  return (
    <div class="ways-on">
      {milestones > 0 && (
        <p>
          <Link href={outcomePath(id)}>{t('milestones.read', { count: milestones })}</Link>
        </p>
      )}
      {officialAnswers > 0 && (
        <p>
          <Link href={officialAnswersPath(id)}>{t('officialAnswers.read', { count: officialAnswers })}</Link>
        </p>
      )}
      <ThemesLink consultation={consultation} />
    </div>
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
