import { UnitFilter, CategoryName, type CategoryTree } from '@isegoria/portal-kit';
import { directionOf, type Texts } from '@isegoria/texts';
import { About, Deadline, EmptyState, Heading, Link, Sentence, Tag, Time, Words, useTexts, type Choice } from '@isegoria/ui';
import { PhaseName } from '../phase/phase-name.page';
import { titleFor } from '../translation/reading/translated.page';
import { dayOf, isEnd } from './dates-of';
import { calendarPath, pathOf, type DateOf } from './entries.page';

const mostToCome = 500;
const mostPast = 100;

/** What is to come by month, and what has passed, the latest first. */
export function CalendarPage(props: {
  /** In the order of time. */
  dates: readonly DateOf[];
  units: readonly Choice[];
  unit?: string;
  /** The topic and the area to which it is narrowed, with what they are called. */
  topic?: string;
  area?: string;
  tree?: CategoryTree;
  /** The path of the same dates as a file. */
  file: string;
  /** The address of the site, where the operator said it. */
  site?: string;
  now?: number;
}) {
  const { t } = useTexts();
  const { dates, topic, area, tree, now = Date.now() } = props;
  const narrowed = [topic, area].filter((category) => category !== undefined);
  const isToCome = ({ date }: DateOf) => Date.parse(date.at) > now;
  const toCome = dates.filter(isToCome);
  const past = dates.filter((one) => !isToCome(one) && !one.date.isCancelled).toReversed();
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('calendar.title')}
        </Heading>
        <p class="lead">{t('calendar.lead')}</p>
        <p>
          <Link href="/consultations">{t('start.allConsultations')}</Link>
        </p>
      </div>
      {tree &&
        narrowed.map((category) => (
          <p key={category}>
            <Sentence says="calendar.narrowed" words={{ name: <CategoryName tree={tree} category={category} /> }} />{' '}
            <Link href={calendarPath}>{t('calendar.whole')}</Link>
          </p>
        ))}
      <UnitFilter path={calendarPath} units={props.units} chosen={props.unit} keep={{ topic, area }} />
      <section class="section stack" aria-labelledby="to-come">
        <Heading level={2} size="md" id="to-come">
          {t('calendar.toCome')}
        </Heading>
        {toCome.length === 0 && (
          <EmptyState next={{ href: '/consultations', label: t('start.allConsultations') }}>{t('calendar.nothing')}</EmptyState>
        )}
        {toCome.length > mostToCome && <p>{t('calendar.more', { count: mostToCome })}</p>}
        <Months dates={toCome.slice(0, mostToCome)} isToCome />
        <p>
          <Link href={props.file}>{t('calendar.add')}</Link>
        </p>
        {props.site !== undefined && (
          <p>
            {t('calendar.add.hint')}
            <br />
            <code dir="ltr">{props.site + props.file}</code>
          </p>
        )}
      </section>
      {past.length > 0 && (
        <section class="section stack" aria-labelledby="past">
          <Heading level={2} size="md" id="past">
            {t('calendar.past')}
          </Heading>
          <p>{t('calendar.past.hint')}</p>
          <Months dates={past.slice(0, mostPast)} />
        </section>
      )}
    </>
  );
}

function Months(props: { dates: readonly DateOf[]; isToCome?: boolean }) {
  const texts = useTexts();
  const months = new Map<string, DateOf[]>();
  for (const one of props.dates) {
    const month = texts.wholeMonth(shownAt(texts, one));
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return (
    <>
      {[...months].map(([month, dates]) => (
        <div class="stack" key={month}>
          <Heading level={3} size="sm">
            {month}
          </Heading>
          <ul class="phases timeline">
            {dates.map((one) => (
              <Line one={one} isToCome={props.isToCome} key={one.date.id} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

const shownAt = (texts: Texts, { date }: DateOf): string => dayOf(date, texts.days);

const colours = {
  ...({ opens: 'success', closes: 'neutral', answer: 'info', answered: 'accent' } as const),
  ...({ milestone: 'info', milestoneDone: 'success' } as const),
};

function Line({ one, isToCome = false }: { one: DateOf; isToCome?: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const { of, date } = one;
  const title = titleFor(texts.language, of);
  const isLate = date.kind === 'milestone' && !isToCome && !date.isCancelled;
  const isOverdue = date.kind === 'answer' && of.answer.state === 'overdue';
  return (
    <li data-to-come={isToCome ? '' : undefined}>
      <span class="meta">
        {isToCome || isDue(date.kind) ? (
          <Deadline at={date.at} isStart={!isEnd(date.kind)} />
        ) : (
          <Time at={date.at} withTime isEnd={isEnd(date.kind)} />
        )}
        <Tag colour={isToCome ? colours[date.kind] : 'neutral'}>{t(wordsFor(date.kind, isToCome))}</Tag>
        {date.isCancelled && <Tag colour="warning">{t(date.kind === 'milestone' ? 'milestoneStatus.dropped' : 'status.cancelled')}</Tag>}
        {isLate && <Tag colour="warning">{t('milestones.overdue')}</Tag>}
        {isOverdue && <Tag colour="warning">{t('answerOwed.isOverdue')}</Tag>}
      </span>
      {/* Within a line of the page, which begins where the page's own lines do. */}
      <span>
        <a class="ds-link" href={pathOf(of, date)} lang={title.language} dir={directionOf(title.language)}>
          {title.text}
        </a>
      </span>
      {date.title !== undefined && (
        <span>
          <About {...of}>
            <Words text={date.title} by="office" />
          </About>
        </span>
      )}
      {date.phase !== undefined && of.phases.length > 1 && (
        <About {...of}>
          <PhaseName phase={of.phases[date.phase]!} index={date.phase} />
        </About>
      )}
    </li>
  );
}

/** Not only once it is to come: people ask whether it was kept. */
const isDue = (kind: DateOf['date']['kind']) => kind === 'answer' || kind === 'milestone' || kind === 'milestoneDone';

function wordsFor(kind: DateOf['date']['kind'], isToCome: boolean) {
  if (kind === 'opens') return isToCome ? 'calendar.opens' : 'calendar.opened';
  if (kind === 'closes') return isToCome ? 'calendar.closes' : 'calendar.closed';
  return `calendar.${kind}` as const;
}
