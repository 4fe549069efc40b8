import { ConsultationRow } from '@isegoria/consultations/portal';
import { rootUnit, type ConsultationSummary, type PageView, type Permission } from '@isegoria/contracts';
import { ButtonLink, EmptyState, Heading, Link, Pagination, Tag, Time, WordsIn, useTexts } from '@isegoria/ui';
import { WhatWaits, type Listed, type WhatWaitsProps } from './waiting.page';

export interface OfficePageProps {
  readonly pages: Listed<PageView>;
  readonly consultations: Listed<ConsultationSummary>;
  readonly waits: WhatWaitsProps;
  readonly isOfficial: boolean;
  readonly isModerator: boolean;
  readonly isAdministrator: boolean;
  /** Whether contributions may be taken out as a file. */
  readonly mayExport: boolean;
  /** Whether the visitor may do something in a unit. */
  readonly may: (permission: Permission, unit: string) => boolean;
}

/** The desk of an office: what waits, and what can be begun. */
export function OfficePage(props: OfficePageProps) {
  const { t } = useTexts();
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.office')}
        </Heading>
        <p class="lead">{t('office.lead')}</p>
        <div class="button-row">
          {props.isOfficial && <ButtonLink href="/office/consultations/new">{t('office.newConsultation')}</ButtonLink>}
          {props.isOfficial && (
            <ButtonLink href="/office/templates" variant="secondary">
              {t('template.title')}
            </ButtonLink>
          )}
          {props.isOfficial && (
            <ButtonLink href="/office/pages/new" variant="secondary">
              {t('office.newPage')}
            </ButtonLink>
          )}
          {props.isOfficial && (
            <ButtonLink href="/office/services" variant="secondary">
              {t('office.services')}
            </ButtonLink>
          )}
          {props.isOfficial && (
            <ButtonLink href="/office/service-feedback" variant="secondary">
              {t('work.serviceFeedback')}
            </ButtonLink>
          )}
          {props.isOfficial && (
            <ButtonLink href="/office/files" variant="secondary">
              {t('officeFiles.title')}
            </ButtonLink>
          )}
          {props.isModerator && (
            <ButtonLink href="/office/moderation" variant="secondary">
              {t('moderation.title')}
            </ButtonLink>
          )}
          {props.may('moderate', rootUnit) && (
            <ButtonLink href="/office/suspensions" variant="secondary">
              {t('suspensions.title')}
            </ButtonLink>
          )}
          {props.isAdministrator && (
            <ButtonLink href="/office/accounts" variant="secondary">
              {t('accounts.title')}
            </ButtonLink>
          )}
          {props.isAdministrator && (
            <ButtonLink href="/office/units" variant="secondary">
              {t('units.title')}
            </ButtonLink>
          )}
          {props.isOfficial && (
            <ButtonLink href="/office/site" variant="secondary">
              {t('siteTree.title')}
            </ButtonLink>
          )}
          {props.may('administer', rootUnit) && (
            <ButtonLink href="/office/categories" variant="secondary">
              {t('categories.title')}
            </ButtonLink>
          )}
          {props.isAdministrator && (
            <ButtonLink href="/office/settings" variant="secondary">
              {t('settings.title')}
            </ButtonLink>
          )}
          {props.isAdministrator && (
            <ButtonLink href="/office/site-pages" variant="secondary">
              {t('goingPublic.title')}
            </ButtonLink>
          )}
        </div>
      </div>
      <WhatWaits {...props.waits} />
      {props.isOfficial ? <OfficialDesk {...props} /> : props.mayExport && <Consultations {...props} />}
    </>
  );
}

function OfficialDesk(props: OfficePageProps) {
  const { t } = useTexts();
  return (
    <div class="stack-lg">
      <Consultations {...props} />
      <section aria-labelledby="own-pages" class="stack">
        <Heading level={2} size="md" id="own-pages">
          {t('office.pages')}
        </Heading>
        {props.pages.items.length === 0 && <EmptyState>{t('office.noPages')}</EmptyState>}
        {props.pages.items.length > 0 && (
          <ul class="rows">
            {props.pages.items.map((page) => (
              <li key={page.id}>
                <div class="tags">
                  <Tag colour={page.status === 'published' ? 'success' : 'neutral'}>{t(`pageStatus.${page.status}`)}</Tag>
                  <Link href={props.may('publish', page.unit) ? `/office/pages/${page.id}` : `/pages/${page.id}`}>
                    <WordsIn language={page.language}>{page.title}</WordsIn>
                  </Link>
                </div>
                <p class="meta">
                  {t(`pageKind.${page.kind}`)} <Time at={page.revisedAt} />
                </p>
              </li>
            ))}
          </ul>
        )}
        <Pagination path="/office" parameter="pages" fragment="own-pages" cursor={props.pages.cursor} next={props.pages.next} />
      </section>
    </div>
  );
}

function Consultations(props: OfficePageProps) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="own-consultations" class="section stack">
      <Heading level={2} size="md" id="own-consultations">
        {t('nav.consultations')}
      </Heading>
      {props.consultations.items.length === 0 && <EmptyState>{t('consultations.empty')}</EmptyState>}
      {props.consultations.items.length > 0 && (
        <ul class="rows">
          {props.consultations.items.map((consultation) => (
            <ConsultationRow consultation={consultation} unitName={props.waits.tree.wayTo(consultation.unit)} key={consultation.id}>
              {props.may('export', consultation.unit) && (
                <Link href={`/office/consultations/${consultation.id}`}>
                  {t(props.may('consult', consultation.unit) ? 'office.manage' : 'export.title')}
                </Link>
              )}
              <Link href={`/consultations/${consultation.id}`}>{t('office.view')}</Link>
            </ConsultationRow>
          ))}
        </ul>
      )}
      <Pagination
        path="/office"
        parameter="consultations"
        fragment="own-consultations"
        cursor={props.consultations.cursor}
        next={props.consultations.next}
      />
    </section>
  );
}
