import { describeFields, textOf } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  Form,
  Heading,
  Link,
  SelectField,
  SubmitButton,
  TextField,
  WordsIn,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import type { PageView } from '../../page/page.contract';
import { WithReason } from '../../publication/with-reason.page';
import { addressPartLength, sitePath } from '../address.contract';
import type { PlacedPage } from '../places/places.contract';
import { placePage } from '../site-tree.contract';
import { siteTreePath } from './site-tree-office.page';

describeFields(
  { address: { wrong: 'siteTree.addressWrong', max: addressPartLength }, above: { label: 'siteTree.above', steers: true } },
  placePage,
);

/** Where one page stands, and out of the site again. */
export function PlaceOfficePage(props: {
  page: PageView;
  placed: PlacedPage | undefined;
  /** Pages below which it may go. */
  choices: readonly Choice[];
  form: FormState;
  removal: FormState;
}) {
  const { t } = useTexts();
  const { page, placed, form, removal } = props;
  const action = `${siteTreePath}/${page.id}`;
  return (
    <div class="narrow">
      <Breadcrumbs
        trail={[
          { href: '/office', label: t('nav.office') },
          { href: siteTreePath, label: t('siteTree.title') },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('siteTree.place')}
        </Heading>
        <p class="lead">
          <WordsIn language={page.language}>{page.title}</WordsIn>
        </p>
        {placed && (
          <p>
            <Link href={sitePath(placed.path)}>{t('siteTree.addressNow', { path: `/site/${placed.path}` })}</Link>
          </p>
        )}
      </div>
      <div class="stack-lg">
        <Form name="place" action={action} state={form}>
          <SelectField
            form="place"
            name="above"
            label={t('siteTree.above')}
            hint={t('siteTree.aboveHint')}
            choices={props.choices}
            chosen={textOf(form, 'above')}
            state={form}
          />
          <TextField
            form="place"
            name="address"
            label={t('siteTree.address')}
            hint={t('siteTree.addressHint')}
            state={form}
            max={addressPartLength}
          />
          <SubmitButton>{t('siteTree.save')}</SubmitButton>
        </Form>
        <p>
          <Link href={`/office/pages/${page.id}`}>{t('siteTree.edit')}</Link>
        </p>
        {placed && (
          <section class="stack" aria-labelledby="out">
            <Heading level={2} size="md" id="out">
              {t('siteTree.out')}
            </Heading>
            <p>{t('siteTree.outLead')}</p>
            <WithReason
              name="removal"
              action={`${action}/removal`}
              state={removal}
              label={t('siteTree.outReason')}
              button={t('siteTree.out')}
              danger
            />
          </section>
        )}
      </div>
    </div>
  );
}
