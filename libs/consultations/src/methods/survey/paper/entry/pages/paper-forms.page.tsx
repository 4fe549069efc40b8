import type { Page } from '@isegoria/kernel';
import { withQuery } from '@isegoria/portal-kit';
import { ButtonLink, DataTable, EmptyState, Link, Notice, Pagination, Time, useTexts } from '@isegoria/ui';
import { paperFormStatuses, type PaperFormStatus, type PaperFormView } from '../paper-entry.contract';
import { PaperFrame, paperFormsPath, type OnPaper } from './paper-entry.page';

interface PaperFormsProps extends OnPaper {
  readonly forms: Page<PaperFormView>;
  readonly status?: PaperFormStatus;
  readonly cursor?: string;
  readonly isOpen: boolean;
  /** How many are not confirmed, whatever is listed. */
  readonly unconfirmed: number;
}

/** The forms of a survey that came back, by what was done last. */
export function PaperFormsPage(props: PaperFormsProps) {
  const { t } = useTexts();
  const { consultation, activity, forms, status, cursor, isOpen, unconfirmed } = props;
  const path = paperFormsPath(consultation.id, activity.id);
  return (
    <PaperFrame {...props} heading={t('paperEntry.title')}>
      <p class="lead">{t('paperEntry.lead')}</p>
      {unconfirmed > 0 && <Notice colour="warning">{t(isOpen ? 'paperEntry.lost' : 'paperEntry.wereLost', { count: unconfirmed })}</Notice>}
      {isOpen && (
        <p>
          <ButtonLink href={`${path}/new`}>{t('paperEntry.enter')}</ButtonLink>
        </p>
      )}
      <p class="meta">
        {status && <Link href={path}>{t('paperEntry.all')}</Link>}{' '}
        {paperFormStatuses
          .filter((one) => one !== status)
          .map((one) => (
            <Link href={withQuery(path, { status: one })} key={one}>
              {t(`paperEntry.${one}`)}
            </Link>
          ))}
      </p>
      {forms.items.length === 0 ? (
        <EmptyState>{t('paperEntry.none')}</EmptyState>
      ) : (
        <DataTable
          caption={t('paperEntry.title')}
          captionHidden
          rows={forms.items}
          columns={[
            {
              head: t('paperEntry.number.column'),
              cell: ({ form }) => <Link href={`${path}/${form}`}>{t('paperEntry.form', { form })}</Link>,
            },
            {
              head: t('paperEntry.status'),
              cell: ({ status: one, isOwn, at }) => (
                <>
                  {`${t(`paperEntry.${one}`)}${one === 'waiting' && isOwn ? ` (${t('paperEntry.own')})` : ''}`}
                  <br />
                  <span class="meta">
                    {t('paperEntry.since')} <Time at={at} withTime />
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination path={withQuery(path, { status })} cursor={cursor} next={forms.next} />
    </PaperFrame>
  );
}
