import type { ComponentType } from 'preact';
import { CategoryTags, withQuery, type CategoryTree } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import {
  Breadcrumbs,
  ButtonLink,
  Heading,
  InLanguage,
  Link,
  Markdown,
  Notice,
  Tag,
  Time,
  Words,
  WordsIn,
  useTexts,
  type Crumb,
} from '@isegoria/ui';
import type { ServiceWords } from '../described/described.contract';
import type { ServiceView } from '../public-service.contract';
import { asRead, type AsRead } from './as-read';
import { WaysToReach } from './ways.page';

export interface ServicePageProps {
  readonly service: ServiceView;
  readonly unitName: string;
  readonly unitHref: string;
  readonly trail: readonly Crumb[];
  readonly tree: CategoryTree;
  readonly zone: string;
  readonly mayEdit: boolean;
  /** What other contexts show of it. */
  readonly parts: readonly ComponentType[];
}

/** One service: what it is and where to start first, then what is needed, then everything else. */
export function ServicePage(props: ServicePageProps) {
  const { t, language: reader } = useTexts();
  const { service } = props;
  const read = asRead(service, reader);
  const { words, language } = read;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: '/services', label: t('nav.services') }, ...props.trail]} />
      <div class="page-head">
        {service.status !== 'published' && (
          <div class="tags">
            <Tag colour="warning">{t(`pageStatus.${service.status}`)}</Tag>
          </div>
        )}
        <Heading level={1} size="lg">
          <WordsIn language={language}>{words.title}</WordsIn>
        </Heading>
        <InLanguage language={language} class="lead">
          {words.summary}
        </InLanguage>
        <Start online={service.channels.online} />
      </div>
      <InWhichLanguage service={service} read={read} />
      <AtAGlance {...props} read={read} />
      <section class="stack" aria-labelledby="needed">
        <Heading level={2} size="md" id="needed">
          {t('service.needed')}
        </Heading>
        <Needed words={words} read={read} />
      </section>
      <section class="stack" aria-labelledby="who">
        <Heading level={2} size="md" id="who">
          {t('service.eligibility')}
        </Heading>
        <InLanguage language={language}>
          <Markdown source={words.eligibility} below={2} />
        </InLanguage>
      </section>
      <WaysToReach channels={service.channels} read={read} zone={props.zone} />
      <Belongs {...props} />
      {props.parts.map((Part, index) => (
        <Part key={index} />
      ))}
      <p class="meta">
        <span>
          {t('service.upToDate')} <Time at={service.revisedAt} />
        </span>
        <Link href={`/services/${service.id}.jsonld`}>{t('service.data')}</Link>
      </p>
      {props.mayEdit && (
        <p>
          <ButtonLink href={`/office/services/${service.id}`} variant="secondary">
            {t('office.manage')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function Start({ online }: { online: string | null }) {
  const { t } = useTexts();
  if (online === null) return null;
  return (
    <>
      <p>
        <ButtonLink href={online}>{t('service.start')}</ButtonLink>
      </p>
      <p class="meta">{t('service.startsAt', { host: URL.canParse(online) ? new URL(online).host : online })}</p>
    </>
  );
}

function InWhichLanguage({ service, read }: { service: ServiceView; read: AsRead }) {
  const { t, nameOf, date, language: reader } = useTexts();
  const other = nameOf(service.language);
  if (read.olderOf !== undefined) {
    return (
      <Notice colour="info">
        {t('service.olderTranslation', { date: date(read.olderOf), other })}{' '}
        <Link href={withQuery(`/services/${service.id}`, { lang: service.language })}>{t('service.readOther', { other })}</Link>
      </Notice>
    );
  }
  if (read.language === reader) return null;
  return <Notice colour="info">{t('service.notInLanguage', { language: nameOf(reader), other })}</Notice>;
}

function AtAGlance({ read: { words, language }, unitName, unitHref }: ServicePageProps & { read: AsRead }) {
  const { t } = useTexts();
  return (
    <section class="card" aria-labelledby="glance">
      <Heading level={2} size="xs" id="glance">
        {t('service.atAGlance')}
      </Heading>
      <dl class="facts">
        <div>
          <dt>{t('service.cost')}</dt>
          <dd lang={language} dir={directionOf(language)}>
            {words.cost}
          </dd>
        </div>
        <div>
          <dt>{t('service.duration')}</dt>
          <dd lang={language} dir={directionOf(language)}>
            {words.duration}
          </dd>
        </div>
        <div>
          <dt>{t('service.responsible')}</dt>
          <dd>
            <a class="ds-link" href={unitHref}>
              <Words text={unitName} />
            </a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Needed({ words: { needed }, read: { language } }: { words: ServiceWords; read: AsRead }) {
  const { t } = useTexts();
  if (needed.length === 0) return <p>{t('service.nothingNeeded')}</p>;
  return (
    <ul class="ds-list" lang={language} dir={directionOf(language)}>
      {needed.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Belongs({ service, tree }: ServicePageProps) {
  const { t } = useTexts();
  return (
    <>
      {service.lifeEvents.length > 0 && (
        <ul class="tags plain" aria-label={t('services.lifeEvent')}>
          {service.lifeEvents.map((one) => (
            <li key={one}>
              <a class="ds-tag" data-color="neutral" href={`/services?lifeEvent=${one}`}>
                {t(`lifeEvent.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <CategoryTags categories={service.categories} tree={tree} areLinks />
    </>
  );
}
