import type { Language, Page } from '@isegoria/kernel';
import {
  CategoryFilters,
  CategoryName,
  UnitFilter,
  withQuery,
  type CategoryTree,
  type NarrowedCategories,
} from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import {
  EmptyState,
  Heading,
  InLanguage,
  Link,
  Pagination,
  SelectField,
  SubmitButton,
  TextField,
  useTexts,
  type Choice,
} from '@isegoria/ui';
import { lifeEvents, type LifeEvent } from '../described/life-events.contract';
import type { ServiceView } from '../public-service.contract';
import { asRead, byName } from './as-read';

export interface DirectoryProps {
  readonly services: Page<ServiceView> & { readonly cursor?: string };
  readonly words?: string;
  readonly lifeEvent?: LifeEvent;
  readonly unit?: string;
  readonly units: readonly Choice[];
  readonly tree: CategoryTree;
  readonly chosen: NarrowedCategories;
}

const untouched = { values: {}, errors: [], key: '' } as const;

/** The directory of services: a question first, then the ways to go through it, then what there is. */
export function DirectoryPage(props: DirectoryProps) {
  const { t } = useTexts();
  const { services, words, lifeEvent, unit, chosen } = props;
  const isNarrowed = [words, lifeEvent, unit, chosen.topic, chosen.area].some((one) => one !== undefined);
  const path = withQuery('/services', { words, lifeEvent, unit, ...chosen });
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.services')}
        </Heading>
        <p class="lead">{t('services.lead')}</p>
        <form method="get" action="/services" class="form" role="search">
          <TextField form="services" name="words" label={t('services.find')} state={{ ...untouched, values: { words } }} />
          <SubmitButton>{t('services.search')}</SubmitButton>
        </form>
      </div>
      {!isNarrowed && <WaysIn tree={props.tree} />}
      <section class="section" aria-labelledby="found">
        <Heading level={2} size="md" id="found">
          {isNarrowed ? <Found {...props} /> : t('services.all')}
        </Heading>
        {isNarrowed && (
          <p>
            <Link href="/services">{t('services.all')}</Link>
          </p>
        )}
        {services.items.length === 0 ? (
          <EmptyState>{t(isNarrowed ? 'services.noneOfThese' : 'services.none')}</EmptyState>
        ) : (
          <ServiceCards services={services.items} />
        )}
        <Pagination path={path} cursor={services.cursor} next={services.next} />
      </section>
      <Narrow {...props} />
      <p class="section meta">
        <span>{t('services.data')}</span>
        <Link href="/services.jsonld">JSON-LD (CPSV-AP)</Link>
        <Link href="/services.csv">CSV</Link>
        <Link href="/services.json">JSON</Link>
      </p>
    </>
  );
}

function Found({ services: { count }, words, lifeEvent, tree, chosen }: DirectoryProps) {
  const { t } = useTexts();
  const category = chosen.topic ?? chosen.area;
  const what = words ?? (lifeEvent ? t(`lifeEvent.${lifeEvent}`) : category && tree.nameOf(category).text);
  return <>{what === undefined ? t('services.found', { count }) : t('services.foundFor', { count, what })}</>;
}

function WaysIn({ tree }: { tree: CategoryTree }) {
  const { t } = useTexts();
  const topics = tree.below('topic').filter(({ withdrawn }) => !withdrawn);
  return (
    <>
      <section class="section" aria-labelledby="life-events">
        <Heading level={2} size="md" id="life-events">
          {t('services.byLifeEvent')}
        </Heading>
        <ul class="desk-counts">
          {lifeEvents.map((one) => (
            <li key={one}>
              <a class="ds-link" href={`/services?lifeEvent=${one}`}>
                {t(`lifeEvent.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {topics.length > 0 && (
        <section class="section" aria-labelledby="by-topic">
          <Heading level={2} size="md" id="by-topic">
            {t('services.byTopic')}
          </Heading>
          <ul class="desk-counts">
            {topics.map(({ category }) => (
              <li key={category}>
                <a class="ds-link" href={`/services?topic=${category}`}>
                  <CategoryName tree={tree} category={category} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Narrow(props: DirectoryProps) {
  const { t } = useTexts();
  if (props.services.count === 0 && props.units.length === 0) return null;
  const choices = [
    { value: '', label: t('services.anyLifeEvent') },
    ...lifeEvents.map((one) => ({ value: one, label: t(`lifeEvent.${one}`) })),
  ];
  return (
    <section class="section" aria-labelledby="narrow-services">
      <Heading level={2} size="md" id="narrow-services">
        {t('services.narrow')}
      </Heading>
      <UnitFilter path="/services" units={props.units} chosen={props.unit} keep={{ words: props.words }}>
        <SelectField
          form="narrow"
          name="lifeEvent"
          label={t('services.lifeEvent')}
          choices={choices}
          chosen={props.lifeEvent ?? ''}
          state={untouched}
        />
        {!props.tree.isEmpty && <CategoryFilters tree={props.tree} chosen={props.chosen} />}
      </UnitFilter>
    </section>
  );
}

/** Services by name, each in the reader's language where it is described in that. */
export function ServiceCards(props: { services: readonly ServiceView[]; level?: 2 | 3 }) {
  const { language: reader } = useTexts();
  return (
    <ul class="cards">
      {byName(props.services, reader).map((service) => (
        <ServiceCard service={service} reader={reader} level={props.level ?? 3} key={service.id} />
      ))}
    </ul>
  );
}

function ServiceCard({ service, reader, level }: { service: ServiceView; reader: Language; level: 2 | 3 }) {
  const { words, language } = asRead(service, reader);
  return (
    <li class="card card-link">
      <Heading level={level} size="xs">
        <a class="ds-link" href={`/services/${service.id}`} lang={language} dir={directionOf(language)}>
          {words.title}
        </a>
      </Heading>
      <InLanguage language={language} class="excerpt">
        {words.summary}
      </InLanguage>
    </li>
  );
}
