import { Deadline, Heading, Link, Tag, Time, Words, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';
import { correctionsPath } from '../correction/correction.page';
import type { MilestoneView } from '../milestone/milestone.contract';
import { outcomePath } from '../milestone/pages/milestone-status.page';
import { PhaseName } from '../phase/phase-name.page';
import { ActivityName } from '../official-answer/pages/activity-name.page';
import { officialAnswersPath } from '../official-answer/pages/stance.page';
import { versionPath } from '../methods/document/comparison/version-links.page';
import { momentsOf, type Moment } from './moments.page';
import type { ToldMomentView } from './timeline.contract';

/** Everything that happened to a consultation or is to come, one list with dates. */
export function Timeline(props: {
  consultation: ConsultationView;
  milestones?: readonly MilestoneView[];
  told?: readonly ToldMomentView[];
  now?: number;
}) {
  const { consultation, milestones, told, now = Date.now() } = props;
  const { t, language } = useTexts();
  const moments = momentsOf(consultation, milestones, told);
  if (moments.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="timeline">
      <Heading level={2} size="sm" id="timeline">
        {t('timeline.title')}
      </Heading>
      <ol class="phases timeline">
        {moments.map((moment) => (
          <li data-to-come={Date.parse(moment.at) > now ? '' : undefined} key={`${moment.at} ${moment.kind} ${moment.phase ?? moment.milestone ?? moment.activity ?? ''}`}>
            <span class="meta">
              <When moment={moment} isToCome={Date.parse(moment.at) > now} />
              {Date.parse(moment.at) > now && <span>{t('timeline.toCome')}</span>}
            </span>
            <span>
              <What consultation={consultation} moment={moment} isToCome={Date.parse(moment.at) > now} />
            </span>
          </li>
        ))}
      </ol>
      {moments.some(({ at }) => Date.parse(at) > now) && (
        <p>
          <Link href={`/consultations/${consultation.id}/calendar.ics?lang=${language}`}>{t('calendar.add')}</Link>
        </p>
      )}
    </section>
  );
}

/** Where it is told in full. */
function pathOf({ id }: ConsultationView, { kind, activity, version }: Moment): string | undefined {
  if (kind === 'corrected') return correctionsPath(id);
  if (kind === 'answered') return officialAnswersPath(id);
  if (kind === 'outcomeRevised') return outcomePath(id);
  return kind === 'revised' && version !== undefined ? versionPath(activity!, version, version - 1) : undefined;
}

function When({ moment: { at, kind }, isToCome }: { moment: Moment; isToCome: boolean }) {
  const isDue = kind === 'answerDue' || kind === 'milestone';
  const isEnd = isDue || kind === 'closed';
  return isToCome || isDue ? <Deadline at={at} isStart={!isEnd} /> : <Time at={at} withTime isEnd={isEnd} />;
}

function What(props: { consultation: ConsultationView; moment: Moment; isToCome: boolean }) {
  const { t } = useTexts();
  const { consultation, moment, isToCome } = props;
  const { kind, phase, reason, milestone, activity } = moment;
  const path = pathOf(consultation, moment);
  const hasNames = phase !== undefined && consultation.phases.length > 1;
  const words = t(isToCome && (kind === 'opened' || kind === 'closed') ? `timeline.${kind}.toCome` : `timeline.${kind}`);
  return (
    <>
      {path === undefined ? words : <Link href={path}>{words}</Link>}
      {activity !== undefined && (
        <>
          {': '}
          <ActivityName of={consultation} activityId={activity} />
        </>
      )}
      {hasNames && (
        <>
          {': '}
          <PhaseName phase={consultation.phases[phase]!} index={phase} />
        </>
      )}
      {milestone !== undefined && (
        <>
          {': '}
          <Link href={outcomePath(consultation.id)}>
            <Words text={milestone} by="office" />
          </Link>{' '}
          {kind === 'milestone' && !isToCome && <Tag colour="warning">{t('milestones.overdue')}</Tag>}
        </>
      )}
      {reason !== undefined && (
        <>
          {'. '}
          {t('dates.why')} <Words text={reason} by="office" />
        </>
      )}
    </>
  );
}
