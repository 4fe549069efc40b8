import { withQuery } from '@isegoria/portal-kit';
import { About, Breadcrumbs, ButtonLink, Heading, Link, Words, WordsIn, useTexts, type FormState } from '@isegoria/ui';
import { ChangeOfCategories } from '../../category/chosen/office/chosen-office.page';
import { draftPath } from '../draft/draft-office.page';
import { ExportSection } from '../../export/export.page';
import { pagesOf } from '../../methods/methods.page';
import { MilestonesToKeep } from '../../milestone/pages/milestone-office.page';
import { AnswersToGive } from '../../official-answer/pages/answer-office.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { TranslationLinks } from '../../translation/office/translation-office.page';
import type { UnitOfAct } from '../../official-act/official-act.page';
import { ReviewNow, StaysAsChecked } from '../../review/review.page';
import { StatusTag } from '../view/consultation-card.page';
import type { ConsultationView } from '../consultation.contract';
import { staysAsChecked } from './not-now.page';

/** The forms of the page by their names, as they were sent or blank. */
export type ManageForms = Readonly<Record<string, FormState>>;

export interface ManageProps {
  readonly consultation: ConsultationView;
  /** Where it belongs: its unit. */
  readonly unitName?: string;
  readonly forms: ManageForms;
  readonly isOfficial: boolean;
  /** What its unit says about what is done to it, and who is about to do it. */
  readonly unit: UnitOfAct;
  /** What would count for nothing if it were closed now, a sentence each. */
  readonly lostAtClosing?: readonly string[];
}

/** The page where an office runs a consultation; what can be done depends on its status. Others may export its contributions. */
export function ManageConsultationPage(props: ManageProps) {
  const { t } = useTexts();
  const { consultation, forms, isOfficial, lostAtClosing } = props;
  const path = `/office/consultations/${consultation.id}`;
  const { status } = consultation;
  const isFixed = staysAsChecked(consultation, props.unit.needsReview) !== undefined;
  return (
    <About language={consultation.language}>
      <div class="narrow">
        <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
        <div class="page-head">
          <div class="tags">
            <StatusTag status={status} />
          </div>
          <Heading level={1} size="lg">
            <WordsIn language={consultation.language}>{consultation.title}</WordsIn>
          </Heading>
          {props.unitName && (
            <p class="meta">
              <Words text={props.unitName} />
            </p>
          )}
          <p>
            <Link href={`/consultations/${consultation.id}`}>{t(status === 'draft' ? 'draft.preview' : 'office.view')}</Link>
          </p>
          <p class="button-row">
            {isOfficial && status === 'draft' && consultation.externalId === null && (
              <ButtonLink href={draftPath(consultation.id)} variant="secondary">
                {t('draft.edit')}
              </ButtonLink>
            )}
            {isOfficial && (
              <ButtonLink href={withQuery('/office/consultations/new', { from: consultation.id })} variant="secondary">
                {t('draft.copy')}
              </ButtonLink>
            )}
            {isOfficial && consultation.externalId === null && (
              <ButtonLink href={`${path}/template`} variant="secondary">
                {t('template.save')}
              </ButtonLink>
            )}
          </p>
        </div>
        <div class="stack-lg">
          {status === 'draft' && <ReviewNow consultation={consultation} account={props.unit.account} />}
          {isOfficial && isFixed && <StaysAsChecked />}
          {pagesOfActs
            .filter((act) => isOfficial && act.isOffered(consultation, props.unit))
            .map(({ name, Form }) => (
              <Form {...{ consultation, lostAtClosing }} action={`${path}/${name}`} form={forms[name]!} key={name} />
            ))}
          {isOfficial &&
            consultation.activities.map((activity) => {
              const { ForOffice } = pagesOf(activity.method);
              return ForOffice && <ForOffice {...{ consultation, activity, isFixed }} key={activity.id} />;
            })}
          {isOfficial && status !== 'draft' && <ChangeOfCategories consultation={consultation} />}
          {isOfficial && consultation.externalId === null && !isFixed && <TranslationLinks consultation={consultation} />}
          {isOfficial && <MilestonesToKeep consultation={consultation} />}
          {isOfficial && status !== 'draft' && <AnswersToGive consultation={consultation} />}
          {status !== 'draft' && <ExportSection consultation={consultation} form={forms.export!} isOfficial={isOfficial} />}
        </div>
      </div>
    </About>
  );
}
