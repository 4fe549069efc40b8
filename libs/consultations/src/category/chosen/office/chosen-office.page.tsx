import { CategoryChoice, type CategoryTree } from '@isegoria/portal-kit';
import { categoryKinds } from '@isegoria/kernel';
import { Form, Heading, Link, SubmitButton, WordsIn, useTexts, type FormState } from '@isegoria/ui';
import { OfficeTrail } from '../../../consultation/office/office-trail.page';
import type { ConsultationView } from '../../../consultation/consultation.contract';

export const chosenPath = (consultationId: string) => `/office/consultations/${consultationId}/categories`;

/** Where an office runs a consultation: the way to the form. */
export function ChangeOfCategories({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="categories">
      <Heading level={2} size="md" id="categories">
        {t('categories.title')}
      </Heading>
      {consultation.categories.length === 0 && <p>{t('categories.nothingChosen')}</p>}
      <p>
        <Link href={chosenPath(consultation.id)}>{t('categories.changeNow')}</Link>
      </p>
    </section>
  );
}

export function ChosenOfficePage(props: { consultation: ConsultationView; tree: CategoryTree; form: FormState }) {
  const { t } = useTexts();
  const { consultation, tree, form } = props;
  const { id, title, language } = consultation;
  const isEmpty = categoryKinds.every((kind) => tree.all(kind).length === 0);
  return (
    <div class="narrow">
      <OfficeTrail consultation={consultation} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('categories.change')}
        </Heading>
        <p class="loop-label">
          <WordsIn language={language}>{title}</WordsIn>
        </p>
        <p class="lead">{t('categories.changeLead')}</p>
      </div>
      {isEmpty ? (
        <p>{t('categories.noneToChoose')}</p>
      ) : (
        <Form name="categories" action={chosenPath(id)} state={form}>
          <CategoryChoice form="categories" state={form} tree={tree} before={consultation.categories} />
          <SubmitButton>{t('categories.save')}</SubmitButton>
        </Form>
      )}
    </div>
  );
}
