import { ConsultationRow } from '@isegoria/consultations/portal';
import { rootUnit, type ConsultationSummary, type PageView, type Permission } from '@isegoria/contracts';
import type { MessageKey } from '@isegoria/texts';
import { ButtonLink, EmptyState, Folded, Heading, Link, Pagination, Tag, Time, WordsIn, useTexts } from '@isegoria/ui';
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

/** Where else this account can go from the desk. */
function waysFrom({ isOfficial, isModerator, isAdministrator, may }: OfficePageProps): { href: string; words: MessageKey }[] {
  const ways: readonly [boolean, string, MessageKey][] = [
    [isOfficial, 'templates', 'template.title'],
    [isOfficial, 'pages/new', 'office.newPage'],
    [isOfficial, 'services', 'office.services'],
    [isOfficial, 'service-feedback', 'work.serviceFeedback'],
    [isOfficial, 'files', 'officeFiles.title'],
    [isModerator, 'moderation', 'moderation.title'],
    [may('moderate', rootUnit), 'suspensions', 'suspensions.title'],
    [isAdministrator, 'accounts', 'accounts.title'],
    [isAdministrator, 'units', 'units.title'],
    [isOfficial, 'site', 'siteTree.title'],
    [may('administer', rootUnit), 'categories', 'categories.title'],
    [isAdministrator, 'settings', 'settings.title'],
    [isAdministrator, 'site-pages', 'goingPublic.title'],
  ];
  return ways.flatMap(([isOpen, path, words]) => (isOpen ? [{ href: `/office/${path}`, words }] : []));
}

/** The desk of an office: what waits, and what can be begun. */
export function OfficePage(props: OfficePageProps) {
  const { t } = useTexts();
  const ways = waysFrom(props);
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.office')}
        </Heading>
        <p class="lead">{t('office.lead')}</p>
        {props.isOfficial && (
          <div class="button-row">
            <ButtonLink href="/office/consultations/new">{t('office.newConsultation')}</ButtonLink>
          </div>
        )}
        {ways.length > 0 && (
          <Folded id="ways" summary={t('office.ways', { count: ways.length })}>
            <div class="button-row" data-color="accent">
              {ways.map(({ href, words }) => (
                <ButtonLink href={href} variant="secondary" key={href}>
                  {t(words)}
                </ButtonLink>
              ))}
            </div>
          </Folded>
        )}
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
          <Folded id="pages" summary={t('office.countPages', { count: props.pages.count })} isOpen={isOpen(props, props.pages)}>
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
            <Pagination path="/office" parameter="pages" fragment="own-pages" cursor={props.pages.cursor} next={props.pages.next} />
          </Folded>
        )}
      </section>
    </div>
  );
}

/** What is read page by page stays open, and all of it where nothing waits. */
const isOpen = ({ waits }: OfficePageProps, { cursor }: Listed<unknown>) => cursor !== undefined || waits.waiting.items.length === 0;

function Consultations(props: OfficePageProps) {
  const { t } = useTexts();
  const { consultations } = props;
  return (
    <section aria-labelledby="own-consultations" class="section stack">
      <Heading level={2} size="md" id="own-consultations">
        {t('nav.consultations')}
      </Heading>
      {consultations.items.length === 0 && <EmptyState>{t('consultations.empty')}</EmptyState>}
      {consultations.items.length > 0 && (
        <Folded id="consultations" summary={t('consultations.count', { count: consultations.count })} isOpen={isOpen(props, consultations)}>
          <ul class="rows">
            {consultations.items.map((consultation) => (
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
          <Pagination
            path="/office"
            parameter="consultations"
            fragment="own-consultations"
            cursor={consultations.cursor}
            next={consultations.next}
          />
        </Folded>
      )}
    </section>
  );
}
