import { limits } from '@isegoria/kernel';
import {
  DayField,
  DocumentFields,
  dayForField,
  describeFields,
  documentsSaid,
  endOfDayIn,
  lines,
  textIfAny,
  textOf,
} from '@isegoria/portal-kit';
import {
  About,
  ButtonLink,
  Choices,
  Form,
  Heading,
  Link,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { SaidText, type SaidWords } from '../../methods/deliberation/said-words/said-words.page';
import { activityNameIn } from '../../official-answer/pages/activity-name.page';
import {
  changeMilestone,
  milestoneStatuses,
  planMilestone,
  type EvidenceLink,
  type MilestoneStatus,
  type MilestoneView,
  type MilestoneWords,
} from '../milestone.contract';
import { milestoneFormPath, outcomePath } from './milestone-status.page';

for (const command of [planMilestone, changeMilestone])
  describeFields(
    {
      dueAt: { wrong: 'milestones.form.due.wrong' },
      status: { wrong: 'milestones.form.status.wrong', steers: true },
      links: { wrong: 'milestones.form.links.wrong', max: limits.linksMax },
      note: { wrong: 'correction.note.wrong', max: limits.reasonLength },
      activityId: { steers: true },
      statementId: { steers: true },
    },
    command,
  );

/** What the form says. @param zone in which its day ends, where the form names none */
export function milestoneSaid(form: FormState, zone: string): MilestoneWords {
  return {
    title: textOf(form, 'title'),
    text: textOf(form, 'text'),
    responsible: textOf(form, 'responsible').trim() || null,
    dueAt: endOfDayIn(form, 'dueAt', zone),
    status: textIfAny(form, 'status') as MilestoneStatus,
    evidence: textOf(form, 'evidence').trim() || null,
    links: lines(textOf(form, 'links')).map(linkIn),
    ...documentsSaid(form),
    activityId: textOf(form, 'activityId') || null,
    statementId: textIfAny(form, 'statementId') || null,
  };
}

/** An address alone says itself what stands there. */
function linkIn(line: string): EvidenceLink {
  const [address = '', ...words] = line.split(/\s+/);
  return { address, words: words.join(' ') || address.slice(0, limits.nameLength) };
}

/** As fields of the form, from what stands. */
export function milestoneAsFields(standing: MilestoneView, zone: string) {
  const { title, text, responsible, status, evidence, links, activityId, statementId } = standing;
  const dueAt = standing.moved?.dueAt ?? standing.dueAt;
  return {
    ...{ title, text, status, responsible: responsible ?? '', dueAt: dayForField(dueAt, zone), evidence: evidence ?? '' },
    links: links.map(({ address, words }) => `${address} ${words}`).join('\n'),
    activityId: activityId ?? '',
    statementId: statementId ?? '',
  };
}

/** The form by which an office says what it does, or changes that. */
export function MilestoneOfficePage(props: {
  consultation: ConsultationView;
  standing?: MilestoneView;
  /** Of the statement that it follows; undefined where it follows none, null where nobody may read them any more. */
  words?: SaidWords;
  form: FormState;
}) {
  const { t } = useTexts();
  const { consultation, standing, words, form } = props;
  const field = { form: 'milestone', state: form } as const;
  const asked = { title: t('milestones.form.title'), text: t('milestones.form.text') };
  const statementId = textIfAny(form, 'statementId');
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t(standing ? 'milestones.change' : 'milestones.add')}
          </Heading>
          <p class="lead">{t('milestones.office.lead')}</p>
          <p>
            <Link href={outcomePath(consultation.id)}>{t('milestones.page')}</Link>
          </p>
        </div>
        <Form name="milestone" action={milestoneFormPath(consultation.id, standing?.id)} state={form} withFiles>
          <TextField {...field} name="title" label={asked.title} hint={t('milestones.form.title.hint')} max={limits.titleLength} />
          <TextArea {...field} name="text" label={asked.text} hint={t('field.markdown')} max={limits.answerLength} rows={6} />
          <TextField
            {...field}
            name="responsible"
            label={t('milestones.form.responsible')}
            hint={t('milestones.form.responsible.hint')}
            max={limits.nameLength}
          />
          {standing?.isOverdue && <p>{t('milestones.form.staysLate')}</p>}
          <DayField {...field} name="dueAt" label={t('milestones.form.due')} hint={t('milestones.form.due.hint')} />
          <Choices
            {...field}
            name="status"
            legend={t('milestones.form.status')}
            choices={milestoneStatuses
              .filter((status) => standing || status !== 'dropped')
              .map((status) => ({ value: status, label: t(`milestoneStatus.${status}`) }))}
            chosen={[textIfAny(form, 'status')]}
          />
          <SelectField
            {...field}
            name="activityId"
            label={t('milestones.form.activity')}
            choices={[
              { value: '', label: t('milestones.form.activity.none') },
              ...consultation.activities.map(({ id, title }): Choice => ({
                value: id,
                label: activityNameIn(t, consultation, id),
                ...(title !== null && { by: 'office' }),
              })),
            ]}
            chosen={textIfAny(form, 'activityId')}
          />
          {statementId !== '' && (
            <div>
              <p>{t('milestones.form.statement')}</p>
              <blockquote>
                <SaidText said={words} />
              </blockquote>
              <input type="hidden" name="statementId" value={statementId} />
            </div>
          )}
          <TextArea
            {...field}
            name="evidence"
            label={t('milestones.form.evidence')}
            hint={t('milestones.form.evidence.hint')}
            max={limits.reasonLength}
            rows={3}
          />
          <TextArea {...field} name="links" label={t('milestones.form.links')} hint={t('milestones.form.links.hint')} rows={3} />
          <DocumentFields form="milestone" state={form} />
          {standing && (
            <TextField
              {...field}
              name="note"
              label={t('milestones.form.note')}
              hint={t('milestones.form.note.hint')}
              max={limits.reasonLength}
            />
          )}
          <SubmitButton>{t('milestones.publish')}</SubmitButton>
        </Form>
      </div>
    </About>
  );
}

/** On the page where an office runs a consultation: what it does about the outcome. */
export function MilestonesToKeep({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  if (consultation.status !== 'decided') return null;
  return (
    <section class="stack" aria-labelledby="milestones">
      <Heading level={2} size="md" id="milestones">
        {t('milestones.office')}
      </Heading>
      <p>{t('milestones.office.lead')}</p>
      <p class="button-row">
        <ButtonLink href={milestoneFormPath(consultation.id)} variant="secondary">
          {t('milestones.add')}
        </ButtonLink>
        <Link href={outcomePath(consultation.id)}>{t('milestones.read', { count: consultation.milestones })}</Link>
      </p>
    </section>
  );
}
