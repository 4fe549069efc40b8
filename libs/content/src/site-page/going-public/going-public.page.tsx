import type { MessageKey } from '@isegoria/texts';
import { Breadcrumbs, Heading, Link, Notice, Tag, useTexts } from '@isegoria/ui';
import { sitePageNames, type FactName } from '../facts.contract';
import { showGoingPublic, type GoingPublicView, type MissingFact } from './going-public.contract';

const places = ['settings', ...sitePageNames] as const;

/** What an administrator must still fill in, place by place, each with the way to it. */
export function GoingPublicPage(props: { view: GoingPublicView }) {
  const { t } = useTexts();
  const { ready, missing } = props.view;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('goingPublic.title')}
        </Heading>
        <p class="lead">{t('goingPublic.lead', { address: `/api/v1${showGoingPublic.route.path}` })}</p>
      </div>
      <Notice colour={ready ? 'success' : 'warning'}>
        <p>{ready ? t('goingPublic.ready') : t('goingPublic.missing', { count: missing.length })}</p>
      </Notice>
      <ul class="rows section">
        {places.map((place) => (
          <Place place={place} missing={missing.filter(({ where }) => where === place)} key={place} />
        ))}
      </ul>
    </div>
  );
}

function Place(props: { place: (typeof places)[number]; missing: readonly MissingFact[] }) {
  const { t } = useTexts();
  const { place, missing } = props;
  const isSettings = place === 'settings';
  return (
    <li>
      <Heading level={2} size="sm">
        <Link href={isSettings ? '/office/settings' : `/office/site-pages/${place}`}>
          {t(isSettings ? 'settings.title' : `nav.${place}`)}
        </Link>
      </Heading>
      {missing.length === 0 ? (
        <p>
          <Tag colour="success">{t('goingPublic.complete')}</Tag>
        </p>
      ) : (
        <ul class="ds-list">
          {byFact(missing).map(([fact, fields]) => (
            <li key={fact}>
              <Missing fact={fact} fields={fields} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const ofSettings: Readonly<Record<string, MessageKey>> = {
  contactEmail: 'settings.contactEmail',
  secondFactor: 'goingPublic.secondFactor',
};

/** One thing with all the languages in which it is missing. */
function Missing(props: { fact: string; fields: readonly string[] }) {
  const { t, nameOf } = useTexts();
  const { fact, fields } = props;
  const ofSite = ofSettings[fact];
  if (ofSite) return <>{t(ofSite)}</>;
  const languages = fields.flatMap((field) => field.split('.')[1] ?? []).map((language) => nameOf(language));
  if (fact === 'institution') return <>{languages.map((language) => t('settings.institution', { language })).join(' · ')}</>;
  const label = t(`fact.${fact as FactName}`);
  return <>{languages.length === 0 ? label : t('fact.inLanguage', { fact: label, language: languages.join(', ') })}</>;
}

function byFact(missing: readonly MissingFact[]): [string, string[]][] {
  const facts = new Map<string, string[]>();
  for (const { field } of missing) {
    const fact = field.split('.')[0]!;
    facts.set(fact, [...(facts.get(fact) ?? []), field]);
  }
  return [...facts];
}
