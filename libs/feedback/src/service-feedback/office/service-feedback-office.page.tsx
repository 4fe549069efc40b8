import { isAtLeast, usuallyCountsFrom, type Page } from '@isegoria/kernel';
import { withQuery, UnitFilter } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  CitizenText,
  DataTable,
  EmptyState,
  Heading,
  Link,
  Pagination,
  Tag,
  Time,
  WordsIn,
  useTexts,
  type Choice,
} from '@isegoria/ui';
import type { NamedService, ServiceCommentView, ServiceInFeedback } from '../service-feedback.contract';
import { AnswersTable, peopleIn } from '../reading/feedback-on-service.page';

export const officePath = '/office/service-feedback';

/** The title of a service in the reader's language if it has one there, else in its own. */
function Title({ of: { titles, language } }: { of: NamedService }) {
  const { language: reader } = useTexts();
  const shown = titles[reader] === undefined ? language : reader;
  return <WordsIn language={shown}>{titles[shown]}</WordsIn>;
}

export interface ServiceFeedbackOfficeProps {
  readonly services: Page<ServiceInFeedback> & { readonly cursor?: string };
  readonly comments: Page<ServiceCommentView> & { readonly cursor?: string };
  readonly units: readonly Choice[];
  readonly unit?: string;
}

/** What people say of the services of an office: figures by service, then the newest comments. */
export function ServiceFeedbackOfficePage({ services, comments, units, unit }: ServiceFeedbackOfficeProps) {
  const { t } = useTexts();
  const path = withQuery(officePath, { unit });
  return (
    <div class="stack-lg">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('work.serviceFeedback')}
        </Heading>
        <p class="lead">{t('helpOffice.lead')}</p>
      </div>
      {units.length > 1 && <UnitFilter path={officePath} units={units} chosen={unit} />}
      {services.items.length === 0 ? (
        <EmptyState next={{ href: '/office/services', label: t('office.services') }}>{t('helpOffice.none')}</EmptyState>
      ) : (
        <Services services={services} path={withQuery(path, { comments: comments.cursor })} />
      )}
      <Comments
        comments={comments}
        path={withQuery(path, { services: services.cursor })}
        file={withQuery(`${officePath}/comments.csv`, { unit })}
      />
    </div>
  );
}

function Services({ services, path }: Pick<ServiceFeedbackOfficeProps, 'services'> & { path: string }) {
  const { t, percent } = useTexts();
  return (
    <section class="stack" aria-labelledby="services">
      <Heading level={2} size="md" id="services">
        {t('helpOffice.services')}
      </Heading>
      <DataTable
        caption={t('helpOffice.services')}
        captionHidden
        columns={[
          {
            head: t('helpOffice.service'),
            cell: (service) => (
              <Link href={`${officePath}/${service.serviceId}`}>
                <Title of={service} />
              </Link>
            ),
          },
          { head: t('helpOffice.helped'), cell: ({ counted }) => shareOf(counted, percent), numeric: true },
          ...countColumns(t),
          { head: t('helpOffice.comments'), cell: ({ comments }) => comments, numeric: true },
        ]}
        rows={services.items}
      />
      <Pagination path={path} fragment="services" parameter="services" cursor={services.cursor} next={services.next} />
    </section>
  );
}

const none = '–';
const shareOf = (counted: ServiceInFeedback['counted'], percent: (share: number) => string): string =>
  peopleIn(counted) === 0 ? none : percent(counted.yes / peopleIn(counted));

function countColumns(t: ReturnType<typeof useTexts>['t']) {
  const column = (of: 'yes' | 'partly' | 'no') => ({
    head: t(`help.answer.${of}`),
    cell: ({ counted }: ServiceInFeedback) => counted[of],
    numeric: true,
  });
  const notCounted = { head: t('help.notCounted'), cell: (of: ServiceInFeedback) => peopleIn(of.notCounted), numeric: true };
  return [column('yes'), column('partly'), column('no'), notCounted];
}

/** One service: its figures and all of its comments. */
export function OneServiceOfficePage(props: { service: ServiceInFeedback; comments: ServiceFeedbackOfficeProps['comments'] }) {
  const { t } = useTexts();
  const { service, comments } = props;
  const { serviceId, counted, notCounted } = service;
  const people = peopleIn(counted);
  return (
    <div class="stack-lg">
      <Breadcrumbs
        trail={[
          { href: '/office', label: t('nav.office') },
          { href: officePath, label: t('work.serviceFeedback') },
        ]}
      />
      <div class="page-head">
        {service.status !== 'published' && (
          <div class="tags">
            <Tag colour="warning">{t(`pageStatus.${service.status}`)}</Tag>
          </div>
        )}
        <Heading level={1} size="lg">
          <Title of={service} />
        </Heading>
        <p>
          <Link href={`/services/${serviceId}`}>{t('helpOffice.toService')}</Link>
        </p>
      </div>
      <section class="narrow stack" aria-labelledby="answers">
        <Heading level={2} size="md" id="answers">
          {t('help.title')}
        </Heading>
        {people > 0 && <p class="lead">{t('help.count', { yes: counted.yes, count: people })}</p>}
        <AnswersTable counted={counted} notCounted={peopleIn(notCounted) > 0 ? notCounted : null} />
      </section>
      <Comments
        comments={comments}
        path={`${officePath}/${serviceId}`}
        file={withQuery(`${officePath}/comments.csv`, { service: serviceId })}
        isOfOne
      />
    </div>
  );
}

function Comments(props: { comments: ServiceFeedbackOfficeProps['comments']; path: string; file: string; isOfOne?: boolean }) {
  const { t } = useTexts();
  const { comments, path } = props;
  return (
    <section class="narrow stack" aria-labelledby="comments">
      <Heading level={2} size="md" id="comments">
        {t('helpOffice.comments')}
      </Heading>
      {comments.items.length === 0 ? (
        <EmptyState>{t('helpOffice.noComments')}</EmptyState>
      ) : (
        <>
          <p>
            <Link href={props.file}>{t('helpOffice.export')}</Link>
          </p>
          <ul class="rows">
            {comments.items.map((comment, index) => (
              <Comment comment={comment} isOfOne={props.isOfOne} key={index} />
            ))}
          </ul>
        </>
      )}
      <Pagination path={path} fragment="comments" parameter="comments" cursor={comments.cursor} next={comments.next} />
    </section>
  );
}

const colours = { yes: 'success', partly: 'warning', no: 'danger' } as const;

function Comment({ comment, isOfOne }: { comment: ServiceCommentView; isOfOne?: boolean }) {
  const { t } = useTexts();
  return (
    <li class="stack">
      <div class="tags">
        <Tag colour={colours[comment.answer]}>{t(`help.answer.${comment.answer}`)}</Tag>
        {!isAtLeast(comment.assurance, usuallyCountsFrom) && <Tag>{t('helpOffice.level')}</Tag>}
        {!isOfOne && (
          <Link href={`${officePath}/${comment.serviceId}`}>
            <Title of={comment} />
          </Link>
        )}
      </div>
      <CitizenText text={comment.comment} />
      <p class="meta">
        <Time at={comment.givenAt} />
      </p>
    </li>
  );
}
