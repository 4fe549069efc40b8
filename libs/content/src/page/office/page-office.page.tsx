import { limits } from '@isegoria/kernel';
import {
  CategoryChoice,
  FileFields,
  LanguageChoice,
  UnitChoice,
  describeFields,
  listOf,
  textOf,
  type CategoryTree,
} from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  ButtonLink,
  Choices,
  Form,
  Heading,
  SubmitButton,
  Tag,
  TextArea,
  TextField,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import { siteTreePath } from '../../site-tree/office/site-tree-office.page';
import { Publication } from '../../publication/publication.page';
import { pageKinds, revisePage, type PageView } from '../page.contract';
import { ArchiveForm, PlanForms } from '../planned/plan.page';

describeFields({ note: { wrong: 'pageVersions.note.wrong', max: limits.reasonLength }, isSmall: { steers: true } }, revisePage);

/** Drafting a page, revising it, publishing it, withdrawing it. */
export function EditPagePage(props: {
  page?: PageView;
  /** Where a new page may be started. */
  units: readonly Choice[];
  tree: CategoryTree;
  form: FormState;
  withdrawal: FormState;
  publication: FormState;
  plan: FormState;
  archiving: FormState;
}) {
  const { t } = useTexts();
  const { page, form } = props;
  const action = page ? `/office/pages/${page.id}` : '/office/pages';
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        {page && (
          <div class="tags">
            <Tag colour={page.status === 'published' ? 'success' : 'neutral'}>{t(`pageStatus.${page.status}`)}</Tag>
          </div>
        )}
        <Heading level={1} size="lg">
          {t(page ? 'office.editPage' : 'office.newPage')}
        </Heading>
      </div>
      <div class="stack-lg">
        <Form name="page" action={action} state={form} withFiles>
          {!page && <UnitChoice form="page" state={form} units={props.units} />}
          {!page && (
            <Choices
              form="page"
              name="kind"
              legend={t('field.kind')}
              choices={pageKinds.map((kind) => ({ value: kind, label: t(`pageKind.${kind}`) }))}
              chosen={[textOf(form, 'kind')]}
              state={form}
            />
          )}
          <LanguageChoice form="page" state={form} />
          <TextField form="page" name="title" label={t('field.title')} state={form} max={limits.titleLength} />
          <TextArea
            form="page"
            name="body"
            label={t('field.body')}
            hint={t('field.markdown')}
            state={form}
            max={limits.bodyLength}
            rows={14}
          />
          <CategoryChoice form="page" state={form} tree={props.tree} before={page?.categories ?? []} />
          <FileFields form="page" state={form} />
          {page && asksForNote(page) && <WhatChanged state={form} />}
          <SubmitButton>{t(page ? 'office.saveRevision' : 'office.saveDraft')}</SubmitButton>
        </Form>
        {page && (
          <ButtonLink href={`${siteTreePath}/${page.id}`} variant="secondary">
            {t('siteTree.place')}
          </ButtonLink>
        )}
        {page && (
          <Publication
            isPublished={page.status === 'published'}
            mayPublish={page.status !== 'published' || page.archived !== null}
            action={action}
            shownAt={`/pages/${page.id}`}
            publish={t('office.publish')}
            publication={props.publication}
            withdrawal={props.withdrawal}
          />
        )}
        {page && page.status !== 'published' && <PlanForms page={page} action={action} plan={props.plan} />}
        {page && page.status === 'published' && !page.archived && <ArchiveForm action={action} archiving={props.archiving} />}
      </div>
    </div>
  );
}

export const asksForNote = ({ status }: Pick<PageView, 'status'>): boolean => status !== 'draft';

/** What people are told who have read the page. */
function WhatChanged({ state }: { state: FormState }) {
  const { t } = useTexts();
  const field = { form: 'page', state } as const;
  return (
    <>
      <TextField
        {...field}
        name="note"
        label={t('pageVersions.note')}
        hint={t('pageVersions.note.hint')}
        max={limits.reasonLength}
      />
      <Choices
        {...field}
        name="isSmall"
        legend={t('pageVersions.orSmall')}
        choices={[{ value: 'yes', label: t('pageVersions.isSmall') }]}
        chosen={listOf(state, 'isSmall')}
        multiple
      />
    </>
  );
}
