import { limits } from '@isegoria/kernel';
import { LanguageChoice, UnitChoice, textOf } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  Choices,
  Form,
  Heading,
  SubmitButton,
  TextArea,
  TextField,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import { pagesOfMethods } from '../../methods/methods.page';

/** A new consultation: one phase with one activity, by whichever method. */
export function NewConsultationPage(props: { form: FormState; units: readonly Choice[] }) {
  const { t } = useTexts();
  const { form } = props;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('office.newConsultation')}
        </Heading>
        <p class="lead">{t('office.newConsultationLead')}</p>
      </div>
      <Form name="draft" action="/office/consultations" state={form}>
        <UnitChoice form="draft" state={form} units={props.units} />
        <Choices
          form="draft"
          name="method"
          legend={t('field.kind')}
          choices={pagesOfMethods.map(({ method, meaning }) => ({ value: method, label: t(meaning) }))}
          chosen={[textOf(form, 'method')]}
          state={form}
        />
        <LanguageChoice form="draft" state={form} />
        <TextField form="draft" name="title" label={t('field.title')} state={form} max={limits.titleLength} />
        <TextArea
          form="draft"
          name="description"
          label={t('field.description')}
          hint={t('field.markdown')}
          state={form}
          max={limits.bodyLength}
          rows={10}
        />
        {pagesOfMethods.map(({ method, DraftFields }) => (
          <DraftFields form={form} key={method} />
        ))}
        <SubmitButton>{t('office.saveDraft')}</SubmitButton>
      </Form>
    </div>
  );
}
