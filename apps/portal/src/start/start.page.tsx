import {
  ConsultationCard,
  ConsultationFilter,
  FeaturedConsultation,
  calendarPath,
  responseTimesPath,
  type Narrowing,
} from '@isegoria/consultations/portal';
import { PageRows, SiteSections } from '@isegoria/content/portal';
import type { ReadConsultation } from '@isegoria/consultations/translation/reading/translated.page';
import type { ConsultationSummary, ConsultationView, PageView, QuestionView, SiteSection } from '@isegoria/contracts';
import { plainExcerpt, type CategoryTree } from '@isegoria/portal-kit';
import { About, ButtonLink, CitizenText, EmptyState, Heading, InLanguage, Link, Time, Words, useTexts } from '@isegoria/ui';

export interface StartPageProps {
  readonly narrowing: Narrowing;
  readonly open: readonly ConsultationSummary[];
  readonly scheduled: readonly ConsultationSummary[];
  readonly closed: readonly ConsultationSummary[];
  readonly decided: readonly ReadConsultation[];
  /** How many answers and milestones are late. */
  readonly overdue: number;
  /** The top of the tree of the site. */
  readonly sections: readonly SiteSection[];
  readonly announcements: readonly PageView[];
  readonly answered: readonly QuestionView[];
}

/** @param featured what the site puts first; absent while nothing is open */
export function StartBanner(props: { featured?: ConsultationView }) {
  const { t } = useTexts();
  return (
    <div class="hero">
      <div class="wrap">
        <div class="hero-words">
          <Heading level={1} size="xl">
            {t('start.title')}
          </Heading>
          <p>{t('start.lead')}</p>
          <div class="hero-actions">
            <ButtonLink href="/consultations">{t('start.takePart')}</ButtonLink>
            <ButtonLink href="/transparency" variant="secondary">
              {t('start.howItWorks')}
            </ButtonLink>
          </div>
        </div>
        {props.featured && <FeaturedConsultation consultation={props.featured} />}
      </div>
    </div>
  );
}

export function StartPage(props: StartPageProps) {
  const { t } = useTexts();
  const { tree } = props.narrowing;
  return (
    <>
      <section class="stack" aria-labelledby="open">
        <SectionHead id="open" title={t('start.open')} href="/consultations" more={t('start.allConsultations')} />
        {props.open.length === 0 ? (
          <EmptyState next={{ href: '/questions', label: t('questions.askInstead') }}>
            {t('start.nothingOpen')} {props.decided.length > 0 && t('start.decidedBelow')}
          </EmptyState>
        ) : (
          <ul class="cards">
            {props.open.map((consultation) => (
              <ConsultationCard consultation={consultation} tree={tree} key={consultation.id} />
            ))}
          </ul>
        )}
        <ConsultationFilter {...props.narrowing} />
        <p>
          <Link href={calendarPath}>{t('calendar.all')}</Link>
        </p>
      </section>

      <Others status="scheduled" consultations={props.scheduled} tree={tree} />
      <Others status="closed" consultations={props.closed} tree={tree} />

      <section class="section stack" aria-labelledby="decided">
        <SectionHead id="decided" title={t('start.decided')} href="/consultations?status=decided" more={t('start.allDecided')} />
        <p>
          {props.overdue > 0 && <strong>{t('responseTimes.someLate', { count: props.overdue })}</strong>}{' '}
          <Link href={responseTimesPath}>{t('responseTimes.title')}</Link>
        </p>
        {props.decided.length === 0 ? (
          <EmptyState next={{ href: '/consultations', label: t('nav.consultations') }}>{t('start.nothingDecided')}</EmptyState>
        ) : (
          props.decided.map((consultation) => <Decided consultation={consultation} key={consultation.id} />)
        )}
      </section>

      {props.sections.length > 0 && (
        <section class="section stack" aria-labelledby="topics">
          <SectionHead id="topics" title={t('start.topics')} href="/site" more={t('nav.allPages')} />
          <SiteSections sections={props.sections} level={3} />
        </section>
      )}

      <div class="two section">
        <section class="section" aria-labelledby="announcements">
          <SectionHead id="announcements" title={t('nav.announcements')} href="/announcements" more={t('start.allAnnouncements')} />
          {props.announcements.length === 0 && (
            <EmptyState next={{ href: '/consultations', label: t('nav.consultations') }}>{t('announcements.empty')}</EmptyState>
          )}
          {props.announcements.length > 0 && <PageRows pages={props.announcements} level={3} size="xs" />}
        </section>

        <section class="section" aria-labelledby="answered">
          <SectionHead id="answered" title={t('start.answered')} href="/questions" more={t('start.allQuestions')} />
          {props.answered.length === 0 && (
            <EmptyState next={{ href: '/questions', label: t('questions.askInstead') }}>{t('questions.noneAnswered')}</EmptyState>
          )}
          {props.answered.length > 0 && (
            <ul class="rows">
              {props.answered.map((question) => (
                <li key={question.id}>
                  <CitizenText text={question.text} class="loop-label" />
                  <p class="excerpt">
<Words text={plainExcerpt(question.answer ?? '')} />
</p>
                  <p class="meta">
                    <Link href={`/questions/${question.id}`}>{t('questions.readAnswer')}</Link>
                    {question.answeredAt && <Time at={question.answeredAt} />}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

/** What is to come, and what waits for its outcome; nothing where there is none. */
function Others(props: { status: 'scheduled' | 'closed'; consultations: readonly ConsultationSummary[]; tree: CategoryTree }) {
  const { t } = useTexts();
  if (props.consultations.length === 0) return null;
  return (
    <section class="section" aria-labelledby={props.status}>
      <SectionHead
        id={props.status}
        title={t(`consultations.title.${props.status}`)}
        href={`/consultations?status=${props.status}`}
        more={t('start.allOfThese')}
      />
      <ul class="cards">
        {props.consultations.map((consultation) => (
          <ConsultationCard consultation={consultation} tree={props.tree} key={consultation.id} />
        ))}
      </ul>
    </section>
  );
}

function SectionHead(props: { id: string; title: string; href: string; more: string }) {
  return (
    <div class="section-head">
      <Heading level={2} size="md" id={props.id}>
        {props.title}
      </Heading>
      <Link href={props.href}>{props.more}</Link>
    </div>
  );
}

function Decided(props: { consultation: ReadConsultation }) {
  const { t } = useTexts();
  const { consultation } = props;
  if (!consultation.outcome) return null;
  return (
    <article class="card card-tinted">
      <Heading level={3} size="sm">
        <Link href={`/consultations/${consultation.id}`}>
          <About {...consultation}>
            <Words text={consultation.title} by="office" />
          </About>
        </Link>
      </Heading>
      <div class="loop loop-wide">
        <div>
          <p class="loop-label">{t('outcome.youSaid')}</p>
          <Excerpt of={consultation} text={consultation.outcome.youSaid} />
        </div>
        <div>
          <p class="loop-label">{t('outcome.weDid')}</p>
          <Excerpt of={consultation} text={consultation.outcome.weDid} />
        </div>
      </div>
      <p class="meta">
        <Time at={consultation.outcome.publishedAt} />
        <span>{t('consultation.participants', { count: consultation.participants })}</span>
      </p>
    </article>
  );
}

/** The beginning of what the office wrote, in the language in which it is read. */
function Excerpt({ of, text }: { of: ReadConsultation; text: string }) {
  const translation = of.translated?.texts.get(text);
  return (
    <InLanguage language={translation === undefined ? of.language : of.translated!.language} class="excerpt">
      {plainExcerpt(translation ?? text)}
    </InLanguage>
  );
}
