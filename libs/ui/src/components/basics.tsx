import type { Language } from '@isegoria/kernel';
import type { ComponentChildren } from 'preact';
import { directionOf, languageOf } from '@isegoria/texts';
import { useDepth } from './part';
import { useTexts } from './texts-context';
import { useOffice, useWords } from './words';

const headingSizes = ['2xs', 'xs', 'sm', 'md', 'lg', 'xl'] as const;
type HeadingSize = (typeof headingSizes)[number];
type Colour = 'accent' | 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A heading; in a part of a page that stands deeper, its level is deeper too, and its size smaller. */
export function Heading(props: { level: 1 | 2 | 3 | 4; size: HeadingSize; id?: string; class?: string; children: ComponentChildren }) {
  const depth = useDepth();
  const Tag = `h${Math.min(6, props.level + depth) as 1 | 2 | 3 | 4 | 5 | 6}` as const;
  const size = headingSizes[Math.max(0, headingSizes.indexOf(props.size) - depth)];
  return (
    <Tag class={`ds-heading ${props.class ?? ''}`} data-size={size} id={props.id}>
      {props.children}
    </Tag>
  );
}

export function Link(props: { href: string; children: ComponentChildren; class?: string; newWindow?: boolean }) {
  return (
    <a class={`ds-link ${props.class ?? ''}`} href={props.href} target={props.newWindow ? '_blank' : undefined}>
      {props.children}
    </a>
  );
}

export function ButtonLink(props: { href: string; variant?: 'primary' | 'secondary' | 'tertiary'; children: ComponentChildren }) {
  return (
    <a class="ds-button" data-variant={props.variant ?? 'primary'} href={props.href}>
      {props.children}
    </a>
  );
}

export function Tag(props: { colour?: Colour; children: ComponentChildren }) {
  return (
    <span class="ds-tag" data-color={props.colour ?? 'neutral'}>
      {props.children}
    </span>
  );
}

/** A message that belongs to the page as it stands. With `status` a screen reader says it as soon as it appears. */
export function Notice(props: {
  colour: 'info' | 'success' | 'warning' | 'danger';
  /** Set where it says what an act did: it has the focus, so that whoever cannot see the page hears it first. */
  status?: boolean;
  id?: string;
  children: ComponentChildren;
}) {
  return (
    <div
      class="ds-alert"
      data-color={props.colour}
      role={props.status ? 'status' : undefined}
      tabIndex={props.status ? -1 : undefined}
      autofocus={props.status}
      id={props.id}
    >
      {props.children}
    </div>
  );
}

/** What stands where nothing is yet: one sentence that says so, and where to go on if that is on another page. */
export function EmptyState(props: { next?: { readonly href: string; readonly label: string }; children: ComponentChildren }) {
  return (
    <div class="empty-state">
      {props.children} {props.next && <Link href={props.next.href}>{props.next.label}</Link>}
    </div>
  );
}

/** @param props.isEnd whether something lasts until then: what lasts until midnight ends with the day before */
export function Time(props: { at: string; withTime?: boolean; isEnd?: boolean }) {
  const { date, dateTime, deadline } = useTexts();
  const words = props.isEnd ? deadline : props.withTime ? dateTime : date;
  return <time dateTime={props.at}>{words(props.at)}</time>;
}

/**
 * A time that people must not miss, in the zone of the page, and for a reader elsewhere in theirs as well: those who chose a zone of their
 * own read that of the site beside it; to all others a script adds what clocks show where they are (`elsewhere.island.ts`).
 * @param props.isStart whether something begins then: a day that ends is told as its end otherwise
 */
export function Deadline(props: { at: string; isStart?: boolean }) {
  const { dateTime, deadline } = useTexts();
  return (
    <time dateTime={props.at} data-deadline={props.at}>
      {(props.isStart ? dateTime : deadline)(props.at)}
      <OnSite {...props} />
    </time>
  );
}

/** The day with which it ends, where that is enough; see {@link Deadline}. */
export function DueDay(props: { at: string }) {
  const { lastDay } = useTexts();
  return (
    <time dateTime={props.at} data-deadline={props.at}>
      {lastDay(props.at)}
      <OnSite at={props.at} />
    </time>
  );
}

/** A sentence about a time that people must not miss; see {@link Deadline}. */
export function SentenceOfDeadline(props: { at: string; isStart?: boolean; children: string }) {
  const { at, isStart } = props;
  return (
    <span data-deadline={at}>
      {props.children}
      <OnSite at={at} isStart={isStart} />
    </span>
  );
}

function OnSite(props: { at: string; isStart?: boolean }) {
  const { t, ofSite } = useTexts();
  if (!ofSite) return null;
  const time = props.isStart ? ofSite.dateTime(props.at) : ofSite.deadline(props.at, false);
  return <> {t('time.ofSite', { time })}</>;
}

/** Text of the institution in the language it was written in, which need not be the language of the page. */
export function InLanguage(props: { language: Language; children: ComponentChildren; class?: string }) {
  return (
    <div lang={props.language} dir={directionOf(props.language)} class={props.class}>
      {props.children}
    </div>
  );
}

/** As {@link InLanguage}, within a line. */
export function WordsIn(props: { language: Language; children: ComponentChildren }) {
  return (
    <span lang={props.language} dir={directionOf(props.language)}>
      {props.children}
    </span>
  );
}

/** What a citizen wrote: any language, which is told from the words; any direction; line breaks kept. */
export function CitizenText(props: {
  text: string | null;
  /** What is said where there are no words any more; that they were erased, when absent. */
  instead?: string;
  class?: string;
  id?: string;
  by?: 'office' | 'anybody';
}) {
  const { t } = useTexts();
  const words = useWords();
  const office = useOffice();
  if (props.text === null) return (
      <p class={`erased ${props.class ?? ''}`} id={props.id}>
        {props.instead ?? t('text.erased')}
      </p>
    );
  return (
    <p class={`citizen-text ${props.class ?? ''}`} id={props.id} {...words(props.text, props.by)}>
      {office(props.text).text}
    </p>
  );
}

export interface Crumb {
  readonly href: string;
  readonly label: string;
  /** The language of the label, if it is not that of the page; empty where it is not known. */
  readonly language?: Language | '';
}

/** One whose label somebody wrote, in a language that is not recorded. */
export const crumbOf = (label: string, href: string): Crumb => ({ href, label, language: languageOf(label) });

export function Breadcrumbs(props: { trail: readonly Crumb[] }) {
  const { t } = useTexts();
  const office = useOffice();
  /** What an office wrote is read as the page around it is. */
  const asRead = ({ label, language }: Crumb) => (language && office(label).text !== label ? office(label) : { text: label, language });
  return (
    <nav class="ds-breadcrumbs breadcrumbs" aria-label={t('nav.breadcrumbs')}>
      <ol>
        {props.trail.map((crumb) => ({ ...asRead(crumb), href: crumb.href })).map(({ href, text, language }) => (
          <li key={href}>
            <a class="ds-link" href={href} lang={language} dir={language ? directionOf(language) : 'auto'}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Pagination(props: {
  path: string;
  fragment?: string;
  parameter?: string;
  cursor?: string;
  next: string | null;
  /** For a list whose first page is its beginning. */
  oldestFirst?: boolean;
}) {
  const { t } = useTexts();
  if (props.cursor === undefined && props.next === null) return null;
  const fragment = props.fragment ? `#${props.fragment}` : '';
  const older = `${props.parameter ?? 'cursor'}=${encodeURIComponent(props.next ?? '')}`;
  return (
    <nav class="pages-nav" aria-label={t('nav.pagination')}>
      {props.cursor !== undefined && <Link href={props.path + fragment}>{t(props.oldestFirst ? 'nav.first' : 'nav.newest')}</Link>}
      {props.next !== null && (
        <Link href={`${props.path}${props.path.includes('?') ? '&' : '?'}${older}${fragment}`}>
          {t(props.oldestFirst ? 'nav.further' : 'nav.older')}
        </Link>
      )}
    </nav>
  );
}
