import {
  ConsultationCard,
  Overdue,
  TimesOfUnits,
  responseTimesPath,
  type OverdueProps,
  type TimesOfUnit,
} from '@isegoria/consultations/portal';
import { unitAbove, type ConsultationStatus, type ConsultationSummary, type ServiceView, type UnitView } from '@isegoria/contracts';
import { unitPath, withQuery, type UnitTree } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  EmptyState,
  Folded,
  Heading,
  Link,
  Notice,
  Tag,
  Words,
  WordsIn,
  crumbOf,
  useTexts,
  type Crumb,
} from '@isegoria/ui';

export interface UnitPageProps {
  readonly unit: UnitView;
  readonly tree: UnitTree;
  readonly late: OverdueProps;
  /** Within how many days of its end a consultation of it is answered, unless it says otherwise itself. */
  readonly days: number;
  /** Whose answer is owed and not late, what is due first first. */
  readonly due: readonly ConsultationSummary[];
  /** Its own, and of units below it. */
  readonly times: readonly TimesOfUnit[];
  /** How many wait for an answer, and how many have one. */
  readonly questions: { readonly waiting: number; readonly answered: number };
  /** What people can get done there, the latest publication first. */
  readonly services: { readonly count: number; readonly items: readonly ServiceView[] };
  /** Whether the visitor reads what people say of these services. */
  readonly mayReadFeedback: boolean;
  readonly lists: readonly {
    readonly status: ConsultationStatus;
    readonly count: number;
    readonly items: readonly ConsultationSummary[];
  }[];
}

/** A unit for everybody: what it owes before what it runs. */
export function UnitPage(props: UnitPageProps) {
  const { t } = useTexts();
  const { tree, late, days, due, times, questions, lists } = props;
  const { unit, closed } = props.unit;
  const shown = lists.filter(({ count }) => count > 0);
  const below = tree.units.filter(({ above }) => above === unit);
  return (
    <>
      <Breadcrumbs trail={[{ href: responseTimesPath, label: t('responseTimes.title') }, ...unitsAbove(unit, tree)]} />
      <div class="page-head">
        <p class="loop-label">{t('field.unit')}</p>
        <Heading level={1} size="lg">
          <Words text={tree.nameOf(unit)} />
        </Heading>
        <p class="lead">{t('unitPage.lead')}</p>
        <p>{t('unitPage.term', { days })}</p>
      </div>
      {closed && <Notice colour="info">{t('units.isClosed')}</Notice>}
      <div class="stack-lg">
        <Overdue {...late} />
        {due.length > 0 && (
          <section class="stack" aria-labelledby="due">
            <Heading level={2} size="md" id="due">
              {t('unitPage.due')}
            </Heading>
            <Cards items={due} />
          </section>
        )}
        {late.answers.length + late.milestones.length + due.length === 0 && <p>{t('unitPage.nothingOwed')}</p>}
        {times.length > 0 && (
          <section class="stack" aria-labelledby="times">
            <Heading level={2} size="md" id="times">
              {t('responseTimes.title')}
            </Heading>
            <TimesOfUnits rows={times} />
          </section>
        )}
        <Services unit={unit} services={props.services} mayReadFeedback={props.mayReadFeedback} />
        <section class="stack" aria-labelledby="questions">
          <Heading level={2} size="md" id="questions">
            {t('nav.questions')}
          </Heading>
          <p>{t('unitPage.questions', questions)}</p>
          <p>
            <Link href={withQuery('/questions', { unit })}>{t('unitPage.readQuestions')}</Link>
          </p>
        </section>
      </div>
      {shown.length === 0 && (
        <section class="section">
          <EmptyState next={{ href: '/consultations', label: t('start.allConsultations') }}>{t('unitPage.nothing')}</EmptyState>
        </section>
      )}
      {shown.map(({ status, count, items }) => (
        <section class="section" aria-labelledby={`status-${status}`} key={status}>
          <div class="section-head">
            <Heading level={2} size="md" id={`status-${status}`}>
              {t(`consultations.title.${status}`)}
            </Heading>
            {count > items.length && <Link href={withQuery('/consultations', { unit, status })}>{t('start.allOfThese')}</Link>}
          </div>
          {status === 'open' ? (
            <Cards items={items} />
          ) : (
            <Folded id={`all-${status}`} summary={t('consultations.count', { count })}>
              <Cards items={items} />
            </Folded>
          )}
        </section>
      ))}
      <div class="section stack-lg">
        <p>
          <Link href={withQuery('/announcements', { unit })}>{t('unitPage.announcements')}</Link>
        </p>
        {below.length > 0 && (
          <section class="stack" aria-labelledby="below">
            <Heading level={2} size="md" id="below">
              {t('units.below')}
            </Heading>
            <ul class="rows">
              {below.map((one) => (
                <li key={one.unit}>
                  <div class="tags">
                    <Link href={unitPath(one.unit)}>
                      <Words text={tree.nameOf(one.unit)} />
                    </Link>
                    {one.closed && <Tag>{t('units.closed')}</Tag>}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Services({ unit, services, mayReadFeedback }: Pick<UnitPageProps, 'services' | 'mayReadFeedback'> & { unit: string }) {
  const { t, language: reader } = useTexts();
  if (services.count === 0) return null;
  return (
    <section class="stack" aria-labelledby="services">
      <div class="section-head">
        <Heading level={2} size="md" id="services">
          {t('nav.services')}
        </Heading>
        {services.count > services.items.length && <Link href={withQuery('/services', { unit })}>{t('unitPage.allServices')}</Link>}
      </div>
      <ul class="ds-list">
        {services.items.map((service) => {
          const { language, words } = service.translations.find((one) => one.language === reader) ?? service;
          return (
            <li key={service.id}>
              <Link href={`/services/${service.id}`}>
                <WordsIn language={language}>{words.title}</WordsIn>
              </Link>
            </li>
          );
        })}
      </ul>
      {mayReadFeedback && (
        <p>
          <Link href={withQuery('/office/service-feedback', { unit })}>{t('work.serviceFeedback')}</Link>
        </p>
      )}
    </section>
  );
}

function Cards({ items }: { items: readonly ConsultationSummary[] }) {
  return (
    <ul class="cards">
      {items.map((consultation) => (
        <ConsultationCard consultation={consultation} key={consultation.id} />
      ))}
    </ul>
  );
}

function unitsAbove(unit: string, tree: UnitTree): Crumb[] {
  const above = unitAbove(unit);
  return above === undefined ? [] : [...unitsAbove(above, tree), crumbOf(tree.nameOf(above), unitPath(above))];
}
