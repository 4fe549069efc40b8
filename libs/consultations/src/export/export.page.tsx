import { limits } from '@isegoria/kernel';
import { textOf } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  ButtonLink,
  Choices,
  Form,
  Heading,
  Link,
  Notice,
  SubmitButton,
  TextField,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { exportsOf } from '../methods/methods.contract';
import type { ConsultationView, ExportView } from '../queries.contract';

/** Asks for contributions as a file; the purpose goes on public record. */
export function ExportSection(props: { consultation: ConsultationView; form: FormState }) {
  const { t } = useTexts();
  const { consultation, form } = props;
  const offered = exportsOf(consultation.kind);
  return (
    <section class="stack section" aria-labelledby="export-title">
      <Heading level={2} size="md" id="export-title">
        {t('export.title')}
      </Heading>
      <p>{t('export.lead')}</p>
      <Form name="export" action={`/office/consultations/${consultation.id}/exports`} state={form}>
        <Choices
          form="export"
          name="contents"
          legend={t('export.contents')}
          choices={offered.map((contents) => ({ value: contents, label: t(`exportContents.${contents}`) }))}
          chosen={[textOf(form, 'contents')]}
          state={form}
        />
        <TextField
          form="export"
          name="purpose"
          label={t('export.purpose')}
          hint={t('export.purposeHint')}
          state={form}
          max={limits.reasonLength}
        />
        <SubmitButton>{t('export.send')}</SubmitButton>
      </Form>
    </section>
  );
}

/** An export that is on record, and its file for as long as there is one. */
export function ExportPage(props: { made: ExportView; title: string }) {
  const { t, dateTime } = useTexts();
  const { made } = props;
  const isOver = Date.parse(made.expiresAt) <= Date.now();
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
                <bdi>{props.title}</bdi>
              </Link>
            </dd>
          </div>
          <div>
            <dt>{t('export.what')}</dt>
            <dd>{t(`exportContents.${made.contents}`)}</dd>
          </div>
          <div>
            <dt>{t('export.why')}</dt>
            <dd dir="auto">{made.purpose}</dd>
          </div>
        </dl>
        {isOver ? <Notice colour="warning">{t('export.over', until)}</Notice> : <Notice colour="info">{t('export.care')}</Notice>}
        {!isOver && (
          <>
            <ButtonLink href={`/office/exports/${made.id}/file`}>{t('export.file')}</ButtonLink>
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
