import { limits } from '@isegoria/kernel';
import { describeFields, textIfAny, textOf } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  ButtonLink,
  Choices,
  Form,
  Heading,
  Link,
  Notice,
  Sentence,
  SubmitButton,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { ActivityView } from '../activity/activity.contract';
import type { ConsultationView } from '../consultation/consultation.contract';
import { analysisPath } from '../results/analysis/page/filter.page';
import { AnswerFiles } from '../official-answer/file/file-links.page';
import { exportNeeds, exportsOf, holdsFiles } from '../methods/methods.contract';
import { pagesOf } from '../methods/methods.page';
import { PurposeField } from './purpose/purpose-field.page';
import { consultationExports, type ExportContents, type ExportContributions, type ExportView } from './export.contract';

describeFields({
  purpose: { wrong: 'field.purpose.wrong', max: limits.reasonLength },
  contents: { wrong: 'field.contents.wrong', steers: true },
});

/** One choice of the form: what is exported, and from which activity if it belongs to one. */
const choiceOf = (contents: ExportContents, activityId?: string): string => (activityId ? `${contents} ${activityId}` : contents);

/** What the form asks for, as a part of the command. */
export function exportAsked(form: FormState): Omit<ExportContributions, 'consultationId'> {
  const [contents, activityId] = textIfAny(form, 'contents').split(' ');
  return { contents: contents as ExportContents, activityId, purpose: textOf(form, 'purpose') };
}

/** Asks for contributions as a file; the purpose goes on public record. */
export function ExportSection(props: { consultation: ConsultationView; form: FormState; isOfficial: boolean }) {
  const { t } = useTexts();
  const { consultation, form, isOfficial } = props;
  const { activities } = consultation;
  const words = (contents: ExportContents) => t(`exportContents.${contents}`);
  const ofActivities = activities.flatMap(({ id, method, title }) =>
    exportsOf(method)
      .filter((contents) => isOfficial || exportNeeds(contents) === 'export')
      .map((contents) => ({
        value: choiceOf(contents, id),
        label:
          activities.length === 1
            ? words(contents)
            : t('export.ofActivity', { contents: words(contents), activity: title ?? t(pagesOf(method).name) }),
        shown:
          activities.length > 1 && title !== null ? (
            <Sentence
              says="export.ofActivity"
              words={{ activity: <Words text={title} by="office" /> }}
              values={{ contents: words(contents) }}
            />
          ) : undefined,
      })),
  );
  const ofConsultation = consultationExports.map((contents) => ({ value: choiceOf(contents), label: words(contents) }));
  return (
    <section class="stack section" aria-labelledby="export-title">
      <Heading level={2} size="md" id="export-title">
        {t('export.title')}
      </Heading>
      <p>{t('export.lead')}</p>
      <p>
        {t('export.figures')} <Link href={analysisPath(consultation.id)}>{t('analysis.link')}</Link>
      </p>
      <AnswerFiles consultationId={consultation.id} />
      <Form name="export" action={`/office/consultations/${consultation.id}/exports`} state={form}>
        <Choices
          form="export"
          name="contents"
          legend={t('export.contents')}
          choices={[...ofActivities, ...ofConsultation]}
          chosen={[textOf(form, 'contents')]}
          state={form}
        />
        <PurposeField state={form} />
        <SubmitButton>{t('export.send')}</SubmitButton>
      </Form>
    </section>
  );
}

/** An export that is on record, and its file for as long as there is one. */
export function ExportPage(props: { made: ExportView; title: string; activity?: ActivityView }) {
  const { t, dateTime } = useTexts();
  const { made } = props;
  const isOver = Date.parse(made.expiresAt) <= Date.now();
  const isArchive = holdsFiles(made.contents);
  const until = { date: dateTime(made.expiresAt) };
  return (
    <div class="narrow">
      <Breadcrumbs
        trail={[
          { href: '/office', label: t('nav.office') },
          { href: `/office/consultations/${made.consultationId}`, label: props.title },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('export.recorded')}
        </Heading>
        <p class="lead">{t('export.recordedLead')}</p>
      </div>
      <div class="stack">
        <dl class="facts">
          <div>
            <dt>{t('export.consultation')}</dt>
            <dd>
              <Link href={`/consultations/${made.consultationId}`}>
                <Words text={props.title} />
              </Link>
            </dd>
          </div>
          <div>
            <dt>{t('export.what')}</dt>
            <dd>{t(`exportContents.${made.contents}`)}</dd>
          </div>
          {props.activity && (
            <div>
              <dt>{t('export.activity')}</dt>
              <dd>{props.activity.title === null ? t(pagesOf(props.activity.method).name) : <Words text={props.activity.title} />}</dd>
            </div>
          )}
          <div>
            <dt>{t('export.why')}</dt>
            <dd>
              <Words text={made.purpose} />
            </dd>
          </div>
        </dl>
        {isOver ? <Notice colour="warning">{t('export.over', until)}</Notice> : <Notice colour="info">{t('export.care')}</Notice>}
        {!isOver && (
          <>
            <ButtonLink href={`/office/exports/${made.id}/file`}>{t(isArchive ? 'export.archive' : 'export.file')}</ButtonLink>
            {isArchive && <p>{t('export.archiveLead')}</p>}
            <p>
              <Link href={`/office/exports/${made.id}/file?bom=1`}>{t(isArchive ? 'export.archiveForSpreadsheet' : 'export.fileForSpreadsheet')}</Link>
            </p>
            <p>
              <Link href={`/office/exports/${made.id}/file?format=json`}>{t(isArchive ? 'export.listAsJson' : 'export.fileAsJson')}</Link>
            </p>
            <p>{t('export.until', until)}</p>
          </>
        )}
        <p>
          <Link href="/transparency/officials?kind=contributions-exported">{t('export.seen')}</Link>
        </p>
      </div>
    </div>
  );
}
