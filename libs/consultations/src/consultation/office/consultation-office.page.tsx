import { withQuery } from '@isegoria/portal-kit';
import { About, Breadcrumbs, ButtonLink, Heading, Link, WordsIn, useTexts, type FormState } from '@isegoria/ui';
import { ChangeOfCategories } from '../../category/chosen/office/chosen-office.page';
import { draftPath } from '../draft/draft-office.page';
import { ExportSection } from '../../export/export.page';
import { pagesOf } from '../../methods/methods.page';
import { MilestonesToKeep } from '../../milestone/pages/milestone-office.page';
import { AnswersToGive } from '../../official-answer/pages/answer-office.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { TranslationLinks } from '../../translation/office/translation-office.page';
import type { ActPages, UnitOfAct } from '../../official-act/official-act.page';
import { ReviewNow, StaysAsChecked } from '../../review/review.page';
import { Facts } from '../about/facts.page';
import { MethodTags, StatusTag } from '../view/consultation-card.page';
import { OpenSentence } from '../when/open-sentence.page';
import type { ConsultationView } from '../consultation.contract';
import { staysAsChecked } from './not-now.page';

/** The forms of the page by their names, as they were sent or blank. */
export type ManageForms = Readonly<Record<string, FormState>>;

export interface ManageProps {
  readonly consultation: ConsultationView;
  /** Where it belongs: its unit. */
  readonly unitName: string;
  readonly forms: ManageForms;
  /** The names of those with which somebody has begun: as they were sent, or as the address fills them. */
  readonly begun: readonly string[];
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
  const formOf = ({ name, Form, mayWait }: ActPages) => {
    const fold = mayWait?.(consultation) ? { fold: props.begun.includes(name) ? ('open' as const) : ('closed' as const) } : {};
    return <Form {...{ consultation, lostAtClosing, ...fold }} action={`${path}/${name}`} form={forms[name]!} key={name} />;
  };
  const offered = pagesOfActs.filter((act) => isOfficial && act.isOffered(consultation, props.unit));
  return (
    <About language={consultation.language}>
      <ManageHead {...props} path={path} />
      <div class="columns">
        <div class="stack-lg">
          {status === 'draft' && <ReviewNow consultation={consultation} account={props.unit.account} />}
          {isOfficial && isFixed && <StaysAsChecked />}
          {offered.filter((act) => !act.mayWait?.(consultation)).map(formOf)}
          {isOfficial && status !== 'draft' && <AnswersToGive consultation={consultation} />}
          {isOfficial && <MilestonesToKeep consultation={consultation} />}
          {offered.filter((act) => act.mayWait?.(consultation)).map(formOf)}
          {isOfficial &&
            consultation.activities.map((activity) => {
              const { ForOffice } = pagesOf(activity.method);
              return ForOffice && <ForOffice {...{ consultation, activity, isFixed }} key={activity.id} />;
            })}
          {isOfficial && status !== 'draft' && <ChangeOfCategories consultation={consultation} />}
          {isOfficial && consultation.externalId === null && !isFixed && <TranslationLinks consultation={consultation} />}
          {status !== 'draft' && <ExportSection consultation={consultation} form={forms.export!} isOfficial={isOfficial} />}
        </div>
        <aside class="aside" aria-labelledby="glance">
          <div class="card">
            <Heading level={2} size="xs" id="glance">
              {t('consultation.glance')}
            </Heading>
            <Facts consultation={consultation} unitName={props.unitName} />
          </div>
        </aside>
      </div>
    </About>
  );
}

function ManageHead({ consultation, isOfficial, path }: ManageProps & { path: string }) {
  const { t } = useTexts();
  const { id, status, externalId, participants } = consultation;
  return (
    <>
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <div class="tags">
          <StatusTag status={status} />
          <MethodTags methods={consultation.methods} />
        </div>
        <Heading level={1} size="lg">
          <WordsIn language={consultation.language}>{consultation.title}</WordsIn>
        </Heading>
        {status !== 'draft' && (
          <p class="meta">
            <OpenSentence of={consultation} />
            {!consultation.cancellation && <span>{t('consultation.participants', { count: participants })}</span>}
          </p>
        )}
        <p>
          <Link href={`/consultations/${id}`}>{t(status === 'draft' ? 'draft.preview' : 'office.view')}</Link>
        </p>
        <p class="button-row">
          {isOfficial && status === 'draft' && externalId === null && (
            <ButtonLink href={draftPath(id)} variant="secondary">
              {t('draft.edit')}
            </ButtonLink>
          )}
          {isOfficial && (
            <ButtonLink href={withQuery('/office/consultations/new', { from: id })} variant="secondary">
              {t('draft.copy')}
            </ButtonLink>
          )}
          {isOfficial && externalId === null && (
            <ButtonLink href={`${path}/template`} variant="secondary">
              {t('template.save')}
            </ButtonLink>
          )}
        </p>
      </div>
    </>
  );
}
