import { limits } from '@isegoria/kernel';
import type { ComponentChildren } from 'preact';
import { wordsFor } from '@isegoria/portal-kit';
import { ButtonLink, Heading, InLanguage, Link, Markdown, Tag, useTexts } from '@isegoria/ui';
import { choicesOf, isInWords, neededOn, type FactName, type SitePageName, type StatedFacts } from '../facts.contract';
import type { SitePageView } from '../site-page.contract';
import { sectionsOf, type SiteSection } from './sections';

/** What the institution says about itself and its rules, in the words of every site and in its own; blanks are said to be blank. */
export function SitePage(props: { page: SitePageView; institution: string; mayEdit: boolean }) {
  const { t } = useTexts();
  const { page, facts, changedAt } = props.page;
  return (
    <div class="narrow">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t(`nav.${page}`)}
        </Heading>
        <Lead page={page} institution={props.institution} />
      </div>
      <div class="stack-lg">
        {sectionsOf[page]
          .filter((section) => hasSomething(section, page, facts))
          .map((section) => (
            <Section section={section} page={page} facts={facts} key={section.id} />
          ))}
        {facts.more && (
          <Titled id="more" title={t('sitePage.more')}>
            <FactWords words={facts.more} isMarkdown />
          </Titled>
        )}
        <p>
          {t('sitePage.ask')} <Link href="/questions">{t('questions.ask')}</Link>
        </p>
        {changedAt && (
          <p class="meta">
            <ChangedAt at={changedAt} />
          </p>
        )}
        {props.mayEdit && (
          <p>
            <ButtonLink href={`/office/site-pages/${page}`} variant="secondary">
              {t('office.manage')}
            </ButtonLink>
          </p>
        )}
      </div>
    </div>
  );
}

function Lead(props: { page: SitePageName; institution: string }) {
  const { t } = useTexts();
  if (props.page === 'accessibility') return <p>{t('sitePage.accessibility.commitment', { institution: props.institution })}</p>;
  if (props.page === 'rules') return <p>{t('rules.lead')}</p>;
  return props.page === 'cookies' ? <p>{t('sitePage.cookies.lead')}</p> : null;
}

/** A section of facts alone is left out where there is nothing to state. */
function hasSomething({ words, list, facts = [] }: SiteSection, page: SitePageName, stated: StatedFacts): boolean {
  return words !== undefined || list !== undefined || facts.some((fact) => stated[fact] || neededOn(page, stated).includes(fact));
}

function Section(props: { section: SiteSection; page: SitePageName; facts: StatedFacts }) {
  const { t } = useTexts();
  const { id, title, words = [], list, facts = [] } = props.section;
  const needed = neededOn(props.page, props.facts);
  const shown = facts.filter((fact) => props.facts[fact] || needed.includes(fact));
  return (
    <Titled id={id} title={t(title)}>
      {words.map((key) => (
        <p key={key}>{t(key, { days: limits.originDays })}</p>
      ))}
      {list && (
        <ul class="ds-list">
          {list.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      )}
      {shown.map((fact) => (
        <Fact fact={fact} stated={props.facts[fact]} isAlone={facts.length === 1} key={fact} />
      ))}
    </Titled>
  );
}

function Titled(props: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="stack" aria-labelledby={props.id}>
      <Heading level={2} size="md" id={props.id}>
        {props.title}
      </Heading>
      {props.children}
    </section>
  );
}

function Fact(props: { fact: FactName; stated: StatedFacts[FactName]; isAlone: boolean }) {
  const { t } = useTexts();
  const { fact, stated } = props;
  if (!stated) {
    return (
      <p>
        <Tag colour="warning">{t('sitePage.blank', { fact: t(`fact.${fact}`) })}</Tag>
      </p>
    );
  }
  if (!isInWords(fact)) return <p>{wordsOfValue(fact, String(stated), t)}</p>;
  return (
    <div>
      {!props.isAlone && (
        <p>
          <strong>{t(`fact.${fact}`)}</strong>
        </p>
      )}
      <FactWords words={stated} />
    </div>
  );
}

/** A day, or one of a few answers, as a sentence. */
function wordsOfValue(fact: FactName, value: string, t: ReturnType<typeof useTexts>['t']): ComponentChildren {
  const { date } = useTexts();
  if (fact === 'examinedOn') return t('sitePage.accessibility.examinedOn', { date: date(`${value}T12:00:00.000Z`) });
  const conformity = choicesOf.conformity.find((one) => one === value);
  if (conformity) return t(`conformity.${conformity}`);
  const examination = choicesOf.examination.find((one) => one === value);
  return examination ? t(`examination.${examination}`) : value;
}

/** In the language of the page, or in another in which there are words. */
function FactWords(props: { words: NonNullable<StatedFacts[FactName]>; isMarkdown?: boolean }) {
  const { language } = useTexts();
  const chosen = typeof props.words === 'string' ? undefined : wordsFor(language, props.words);
  if (!chosen) return null;
  return (
    <InLanguage language={chosen.language} class={props.isMarkdown ? undefined : 'citizen-text'}>
      {props.isMarkdown ? <Markdown source={chosen.words} below={2} /> : chosen.words}
    </InLanguage>
  );
}

function ChangedAt(props: { at: string }) {
  const { t, date } = useTexts();
  return <span>{t('sitePage.changed', { date: date(props.at) })}</span>;
}
