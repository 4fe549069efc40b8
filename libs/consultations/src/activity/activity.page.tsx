import type { ComponentChildren, ComponentType, VNode } from 'preact';
import type { ConsultationView } from '../consultation/consultation.contract';
import { pagesOf } from '../methods/methods.page';
import type { TakingPartProps } from '../methods/method/method.page';
import { Link, Notice, Words, useTexts, type FormState } from '@isegoria/ui';
import type { OwnBallot } from '../ballot/ballot.contract';
import type { ActivityView } from './activity.contract';
import { ActivityPart, partOf } from './activity-part.page';

/** An activity with everything that is loaded to show it. */
export interface LoadedActivity {
  readonly activity: ActivityView;
  readonly TakingPart: ComponentType<TakingPartProps>;
  readonly form: (name: string) => FormState;
  /** Absent for a visitor who is not signed in. */
  readonly ballot?: OwnBallot;
  /** The person's pseudonym; absent for a visitor. */
  readonly voter?: string;
  /** How many contributions of a kind one person may add; absent for a visitor. */
  readonly mostContributions?: number;
  /** Quiet thanks for what was just sent from here. */
  readonly thanks?: VNode;
}

/** One way of taking part on the page of a consultation. */
export function Activity(props: { consultation: ConsultationView; loaded: LoadedActivity; depth?: number }) {
  const { consultation, loaded } = props;
  const { activity, ballot, TakingPart } = loaded;
  const { t } = useTexts();
  const page = `/consultations/${consultation.id}`;
  const phase = consultation.phases.find(({ id }) => id === activity.phaseId)!;
  const isOver = phase.status === 'closed' || consultation.status === 'closed' || consultation.status === 'decided';
  const part = partOf(consultation.activities, activity.id);
  const title =
    activity.title !== null ? <Words text={activity.title} by="office" /> : part && t(pagesOf(activity.method).name);
  const isPreview = phase.status === 'draft';
  const takingPart = (
    <TakingPart
      activity={activity}
      unit={consultation.unit}
      phase={isPreview ? { ...phase, status: 'open' } : phase}
      ballot={ballot}
      voter={loaded.voter}
      mostContributions={loaded.mostContributions}
      title={title}
      page={page}
      path={`${page}/activities/${activity.id}`}
      form={loaded.form}
      thanks={loaded.thanks}
    />
  );
  const shown = (
    <>
      {ballot?.excludedReason && <ExcludedBallot reason={ballot.excludedReason} />}
      {ballot && ballot.late > 0 && <Notice colour="warning">{t('late.mine', { count: ballot.late })}</Notice>}
      {isPreview ? <Inert>{takingPart}</Inert> : takingPart}
    </>
  );
  if (part === undefined) return shown;
  return (
    <ActivityPart name={part} depth={props.depth}>
      <div class="stack">
        {shown}
        {!isOver && <ActivityFacts activity={activity} />}
      </div>
    </ActivityPart>
  );
}

/** A draft as people will see it once it is open. Browsers neither send nor focus the fields of a disabled group, without scripts too. */
function Inert({ children }: { children: ComponentChildren }) {
  return (
    <fieldset class="preview" disabled>
      <legend class="ds-sr-only">{useTexts().t('draft.isPreview')}</legend>
      {children}
    </fieldset>
  );
}

/** A person whose ballot is left out is always told so, and why. */
function ExcludedBallot(props: { reason: string }) {
  const { t } = useTexts();
  return (
    <Notice colour="warning">
      {t('ballots.mine')} <q><Words text={props.reason} /></q> {t('ballots.appeal')} <Link href="/questions">{t('nav.questions')}</Link>
    </Notice>
  );
}

/** If there are several activities, what is worth knowing about each is shown with it. */
function ActivityFacts(props: { activity: ActivityView }) {
  const { t } = useTexts();
  const facts = pagesOf(props.activity.method).facts(props.activity);
  if (facts.length === 0) return null;
  return (
    <p class="meta">
      {facts.map(({ label, words }) => (
        <span key={label}>
          {t(label)}: {t(words)}
        </span>
      ))}
    </p>
  );
}
