import { limits } from '@isegoria/kernel';
import { Breadcrumbs, Form, Heading, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';
import type { ReportedKind } from '../../report/report.contract';

/** Where somebody says why what a moderator decided about their words is wrong. */
export function AppealPage(props: { item: ReportedKind; itemId: string; form: FormState }) {
  const { t } = useTexts();
  const { item, itemId, form } = props;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: '/my', label: t('nav.my') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('appeal.title')}
        </Heading>
        <p class="lead">{t('appeal.lead')}</p>
      </div>
      <Form name="appeal" action={`/my/appeals/${item}/${itemId}`} state={form}>
        <TextArea form="appeal" name="text" label={t('appeal.words')} hint={t('appeal.wordsHint')} state={form} max={limits.reasonLength} />
        <SubmitButton>{t('appeal.send')}</SubmitButton>
      </Form>
    </div>
  );
}
