import { assuranceLevels, limits } from '@isegoria/kernel';
import { FileFields, LanguageChoice, UnitChoice, describeFields, textOf, CategoryChoice, type CategoryTree } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  Choices,
  Form,
  Heading,
  Notice,
  Sentence,
  SubmitButton,
  TextArea,
  TextField,
  WordsIn,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import { PromisedAnswer } from '../../answer-owed/answer-owed.page';
import { AboutFields } from '../about/about.page';
import type { ConsultationView } from '../consultation.contract';
import { sayingWhere } from './form/draft-names.page';
import { DraftPhases } from './form/draft-phases.page';

describeFields({ countsFrom: { steers: true }, change: { steers: true } });

export const draftPath = (consultationId: string) => `/office/consultations/${consultationId}/draft`;

/** A new consultation, or one that is still a draft: its words, and its phases with what can be done in each. */
export function DraftPage(props: {
  form: FormState;
  units: readonly Choice[];
  categories: CategoryTree;
  draft?: ConsultationView;
  /** The consultation that a new draft is made from. */
  from?: ConsultationView;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { form, draft } = props;
  const trail = draft ? [{ href: `/office/consultations/${draft.id}`, label: draft.title, language: draft.language }] : [];
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }, ...trail]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t(draft ? 'draft.edit' : 'office.newConsultation')}
        </Heading>
        <p class="lead">{t('office.newConsultationLead')}</p>
        {props.from && (
          <Notice colour="info">
            <Sentence says="draft.copied" words={{ title: <WordsIn language={props.from.language}>{props.from.title}</WordsIn> }} />
          </Notice>
        )}
      </div>
      <Form name="draft" action={draft ? draftPath(draft.id) : '/office/consultations'} state={sayingWhere(form, texts)} withFiles>
        <SaveOnEnter />
        {!draft && <UnitChoice form="draft" state={form} units={props.units} />}
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
        <Part says="draft.part.about" />
        <AboutFields form="draft" state={form} />
        <Part says="draft.part.files" />
        <FileFields form="draft" state={form} />
        <Part says="draft.part.rules" />
        <CategoryChoice form="draft" state={form} tree={props.categories} before={draft?.categories ?? []} />
        <PromisedAnswer form="draft" state={form} />
        {!draft && <CountsFrom form={form} />}
        <DraftPhases form={form} />
        <SubmitButton>{t(draft ? 'draft.save' : 'office.saveDraft')}</SubmitButton>
      </Form>
    </div>
  );
}

/** What the fields below are about: the form is long, and most of it may wait. */
function Part({ says }: { says: 'draft.part.about' | 'draft.part.files' | 'draft.part.rules' }) {
  return (
    <Heading level={2} size="md">
      {useTexts().t(says)}
    </Heading>
  );
}

/** Browsers press the first button of a form for whoever presses Enter in a field; that must not be one that removes something. */
function SaveOnEnter() {
  return <button type="submit" class="ds-sr-only" tabIndex={-1} aria-hidden="true" />;
}

function CountsFrom({ form }: { form: FormState }) {
  const { t } = useTexts();
  return (
    <Choices
      form="draft"
      name="countsFrom"
      legend={t('field.countsFrom')}
      hint={t('field.countsFrom.hint')}
      choices={assuranceLevels.map((level) => ({ value: level, label: t(`countsFrom.choice.${level}`) }))}
      chosen={[textOf(form, 'countsFrom')]}
      state={form}
    />
  );
}
