import { describeFields, readInOf, textOf, timeIn, withQuery, zoneOf } from '@isegoria/portal-kit';
import { Heading, Link, Notice, useTexts, type FormState } from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';
import { aboutFields } from '../consultation/about/about.contract';
import { draftPath } from '../consultation/draft/draft-office.page';
import { pagesOf } from '../methods/methods.page';
import { ConfirmationPage } from '../official-act/confirmation/confirmation.page';
import type { ActFormProps } from '../official-act/official-act.page';
import type { PhaseDates, PhaseView } from '../phase/phase.contract';
import { PhaseName } from '../phase/phase-name.page';

export const nameOf = (phase: number, date: keyof PhaseDates): string => `phases[${phase}].${date}`;

/** The zone in which the confirmation tells the times. */
export const shownIn = 'shownIn';
describeFields({ [shownIn]: { steers: true } });

/** Says what a publication does before it is done: it cannot be taken back. */
export function PublicationConfirmation(props: ActFormProps) {
  const { t, zone } = useTexts();
  const { consultation } = props;
  const form = inZone(props.form, consultation, zone.id);
  const typed = Object.fromEntries(Object.keys(form.values).map((name) => [name, textOf(form, name)]));
  return (
    <ConfirmationPage
      {...props}
      form={form}
      name="publication"
      title={t('publication.confirm')}
      button={t('office.publish')}
      back={withQuery(props.action, { ...typed, change: 'yes' })}
    >
      <section class="stack" aria-labelledby="when">
        <Heading level={2} size="sm" id="when">
          {t('publication.when')}
        </Heading>
        <p>{t('time.zone', { zone: zone.name })}</p>
        {consultation.phases.map((phase, index) => (
          <When phase={phase} index={index} consultation={consultation} form={form} key={phase.id} />
        ))}
      </section>
      <section class="stack" aria-labelledby="who">
        <Heading level={2} size="sm" id="who">
          {t('publication.who')}
        </Heading>
        <p>{t('publication.everybody')}</p>
        <p>{t(`countsFrom.${consultation.countsFrom}`)}</p>
      </section>
      <section class="stack" aria-labelledby="told">
        <Heading level={2} size="sm" id="told">
          {t('publication.told')}
        </Heading>
        <p>{t('publication.toldHow')}</p>
      </section>
      <Notice colour="warning">
        <strong>{t('publication.fixed')}</strong> {t('publication.fixedWhat')}
      </Notice>
      {consultation.activities.map((activity) => {
        const { Advice } = pagesOf(activity.method);
        return Advice && <Advice consultation={consultation} activity={activity} key={activity.id} />;
      })}
      <StillEmpty consultation={consultation} />
    </ConfirmationPage>
  );
}

/** With the zone in which each time is read, for whoever came by an address that names none, and that in which they are told. */
function inZone(form: FormState, { phases }: ConsultationView, timeZone: string): FormState {
  const names = phases.flatMap((_, index) => (['opensAt', 'closesAt'] as const).map((date) => nameOf(index, date)));
  const read = Object.fromEntries(names.map((name) => [readInOf(name), zoneOf(form, name, timeZone)]));
  return { ...form, values: { ...form.values, ...read, [shownIn]: timeZone } };
}

function When(props: { phase: PhaseView; index: number; consultation: ConsultationView; form: FormState }) {
  const { t, dateTime, deadline, zone } = useTexts();
  const { phase, index, consultation } = props;
  const dates = ['opensAt', 'closesAt'] as const;
  const [opensAt, closesAt] = dates.map((date) => timeIn(props.form, nameOf(index, date), zone.id)) as [string, string];
  const methods = consultation.activities.filter(({ phaseId }) => phaseId === phase.id).map(({ method }) => t(pagesOf(method).name));
  return (
    <div class="card card-tinted stack">
      {consultation.phases.length > 1 && (
        <Heading level={3} size="xs">
          <PhaseName phase={phase} index={index} />
        </Heading>
      )}
      <dl class="facts">
        <div>
          <dt>{t('consultation.opens')}</dt>
          <dd>{Date.parse(opensAt) <= Date.now() ? t('publication.atOnce') : dateTime(opensAt)}</dd>
        </div>
        <div>
          <dt>{t('consultation.closes')}</dt>
          <dd>{deadline(closesAt)}</dd>
        </div>
        <div>
          <dt>{t('consultation.how')}</dt>
          <dd>{[...new Set(methods)].join(', ')}</dd>
        </div>
      </dl>
    </div>
  );
}

/** What would make the page look unfinished: advice, and nothing that hinders. */
function StillEmpty({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { picture, documents } = consultation;
  const words = aboutFields.filter((name) => consultation[name] === null).map((name) => t(`about.${name}`));
  const files = [!hasStanding(picture ? [picture] : []) && t('files.picture'), !hasStanding(documents) && t('files.documents')].filter(
    (name) => typeof name === 'string',
  );
  const empty = [...words, ...files];
  if (empty.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="empty">
      <Heading level={2} size="sm" id="empty">
        {t('publication.empty')}
      </Heading>
      <p>{t('publication.emptyAdvice')}</p>
      <ul class="ds-list">
        {empty.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>
        <Link href={draftPath(consultation.id)}>{t('draft.edit')}</Link>
      </p>
    </section>
  );
}

const hasStanding = (files: readonly { readonly withdrawn: boolean }[]): boolean => files.some(({ withdrawn }) => !withdrawn);
