import { TimeField, describeFields } from '@isegoria/portal-kit';
import { Form, Heading, Notice, SubmitButton, WordsIn, useTexts, type FormState } from '@isegoria/ui';
import { WithReason } from '../../publication/with-reason.page';
import { planPage, type PageView } from '../page.contract';

describeFields({ at: { wrong: 'pagePlan.at.wrong' } }, planPage);

/** When a page that is not published publishes itself. */
export function PlanForms(props: { page: PageView; action: string; plan: FormState }) {
  const { t, dateTime } = useTexts();
  const { page, action, plan } = props;
  return (
    <section class="stack" aria-labelledby="plan">
      <Heading level={2} size="sm" id="plan">
        {t('pagePlan.title')}
      </Heading>
      {page.publishAt !== null && <Notice colour="info">{t('pagePlan.planned', { at: dateTime(page.publishAt) })}</Notice>}
      <p>{t('pagePlan.what')}</p>
      <Form name="plan" action={`${action}/plan`} state={plan}>
        <TimeField form="plan" name="at" label={t('pagePlan.at')} state={plan} was={page.publishAt} />
        <SubmitButton variant="secondary">{t('pagePlan.send')}</SubmitButton>
      </Form>
      {page.publishAt !== null && (
        <Form name="call-off" action={`${action}/plan/withdrawal`} state={{ ...plan, errors: [] }}>
          <SubmitButton variant="secondary" danger>
            {t('pagePlan.callOff')}
          </SubmitButton>
        </Form>
      )}
    </section>
  );
}

export function ArchiveForm({ action, archiving }: { action: string; archiving: FormState }) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="archive">
      <Heading level={2} size="sm" id="archive">
        {t('pageArchive.title')}
      </Heading>
      <p>{t('pageArchive.what')}</p>
      <WithReason
        name="archiving"
        action={`${action}/archiving`}
        state={archiving}
        label={t('pageArchive.reason')}
        button={t('pageArchive.send')}
      />
    </section>
  );
}

/** Above a page that is no longer current. */
export function Archived({ page: { archived, language } }: { page: PageView }) {
  const { t, date } = useTexts();
  if (!archived) return null;
  return (
    <Notice colour="warning">
      {t('pageArchive.archived', { date: date(archived.at) })} <WordsIn language={language}>{archived.reason}</WordsIn>
    </Notice>
  );
}
