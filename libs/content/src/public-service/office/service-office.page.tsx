import { CategoryChoice, LanguageChoice, UnitChoice, listOf, type CategoryTree } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  ButtonLink,
  Choices,
  EmptyState,
  Form,
  Heading,
  Link,
  Pagination,
  SubmitButton,
  Tag,
  Time,
  WordsIn,
  languages,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import type { Page } from '@isegoria/kernel';
import { Publication } from '../../publication/publication.page';
import { lifeEvents } from '../described/life-events.contract';
import type { ServiceView } from '../public-service.contract';
import { ChannelFields, WordsFields } from './service-fields.page';

/** All entries of the official's units, whatever their status. */
export function OwnServicesPage(props: { services: Page<ServiceView> & { cursor?: string } }) {
  const { t } = useTexts();
  const { services } = props;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('office.services')}
        </Heading>
        <p class="lead">{t('office.services.lead')}</p>
        <ButtonLink href="/office/services/new">{t('office.newService')}</ButtonLink>
      </div>
      {services.items.length === 0 ? (
        <EmptyState>{t('office.noServices')}</EmptyState>
      ) : (
        <ul class="rows">
          {services.items.map(({ id, status, language, words, revisedAt }) => (
            <li key={id}>
              <div class="tags">
                <Tag colour={status === 'published' ? 'success' : 'neutral'}>{t(`pageStatus.${status}`)}</Tag>
                <Link href={`/office/services/${id}`}>
                  <WordsIn language={language}>{words.title}</WordsIn>
                </Link>
              </div>
              <p class="meta">
                <Time at={revisedAt} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination path="/office/services" cursor={services.cursor} next={services.next} />
    </div>
  );
}

export interface EditServiceProps {
  readonly service?: ServiceView;
  /** Where a new one may be started. */
  readonly units: readonly Choice[];
  readonly tree: CategoryTree;
  readonly form: FormState;
  readonly publication: FormState;
  readonly withdrawal: FormState;
}

/** Describing a service, revising it, translating it, publishing it, withdrawing it. */
export function EditServicePage(props: EditServiceProps) {
  const { t } = useTexts();
  const { service, form } = props;
  const action = service ? `/office/services/${service.id}` : '/office/services';
  return (
    <div class="narrow">
      <Breadcrumbs
        trail={[
          { href: '/office', label: t('nav.office') },
          { href: '/office/services', label: t('office.services') },
        ]}
      />
      <div class="page-head">
        {service && (
          <div class="tags">
            <Tag colour={service.status === 'published' ? 'success' : 'neutral'}>{t(`pageStatus.${service.status}`)}</Tag>
          </div>
        )}
        <Heading level={1} size="lg">
          {t(service ? 'office.editService' : 'office.newService')}
        </Heading>
      </div>
      <div class="stack-lg">
        {service && <Translations service={service} />}
        <Form name="service" action={action} state={form}>
          {!service && <UnitChoice form="service" state={form} units={props.units} />}
          <LanguageChoice form="service" state={form} />
          <WordsFields form="service" state={form} />
          <ChannelFields form="service" state={form} />
          <Choices
            form="service"
            name="lifeEvents"
            legend={t('serviceForm.lifeEvents')}
            hint={t('serviceForm.lifeEventsHint')}
            choices={lifeEvents.map((one) => ({ value: one, label: t(`lifeEvent.${one}`) }))}
            chosen={listOf(form, 'lifeEvents')}
            multiple
            state={form}
          />
          <CategoryChoice form="service" state={form} tree={props.tree} before={service?.categories ?? []} />
          <SubmitButton>{t(service ? 'office.saveRevision' : 'office.saveDraft')}</SubmitButton>
        </Form>
        {service && (
          <Publication
            isPublished={service.status === 'published'}
            action={action}
            shownAt={`/services/${service.id}`}
            publish={t('serviceForm.publish')}
            publication={props.publication}
            withdrawal={props.withdrawal}
          />
        )}
      </div>
    </div>
  );
}

function Translations({ service }: { service: ServiceView }) {
  const { t, nameOf } = useTexts();
  const made = (language: string) => service.translations.find((one) => one.language === language);
  return (
    <section class="stack" aria-labelledby="translations">
      <Heading level={2} size="xs" id="translations">
        {t('serviceForm.translations')}
      </Heading>
      <ul class="ds-list">
        {languages
          .filter((language) => language !== service.language)
          .map((language) => (
            <li key={language}>
              <Link href={`/office/services/${service.id}/translations/${language}`}>
                {t(made(language) ? 'serviceForm.changeTranslation' : 'serviceForm.translate', { language: nameOf(language) })}
              </Link>{' '}
              {made(language)?.isOfOlderWords && <Tag colour="warning">{t('serviceForm.translationIsOlder')}</Tag>}
            </li>
          ))}
      </ul>
    </section>
  );
}
