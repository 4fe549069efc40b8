import type { Page } from '@isegoria/kernel';
import { Documents, withQuery } from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  EmptyState,
  Heading,
  Link,
  OfficeMarkdown,
  Pagination,
  Time,
  Words,
  useTexts,
} from '@isegoria/ui';
import type { ReadConsultation } from '../../translation/reading/translated.page';
import { saidIn } from '../pages/activity-name.page';
import { StanceTag, officialAnswersPath, themesPath } from '../pages/stance.page';
import type { ThemeView } from './themes.contract';

/** What people said, by theme, with the answers of the office. */
export function ThemesPage(props: { consultation: ReadConsultation; themes: Page<ThemeView>; cursor?: string }) {
  const { t } = useTexts();
  const { consultation, themes } = props;
  const { id, title, language } = consultation;
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${id}`, label: title, language }]} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('themes.title')}
          </Heading>
          <p class="lead">{t('themes.lead')}</p>
          <p class="meta">
            <Link href={officialAnswersPath(id)}>{t('officialAnswers.all')}</Link>
          </p>
        </div>
        {themes.items.length === 0 && <EmptyState>{t('themes.none')}</EmptyState>}
        {themes.items.map((theme) => (
          <Theme consultation={consultation} theme={theme} key={theme.group} />
        ))}
        <Pagination path={themesPath(id)} cursor={props.cursor} next={themes.next} />
      </div>
    </About>
  );
}

function Theme({ consultation, theme }: { consultation: ReadConsultation; theme: ThemeView }) {
  const { t } = useTexts();
  const { group, title, summary, activityId, count, stance, text, documents, answeredAt } = theme;
  const id = `theme-${group}`;
  const name = consultation.activities.find((one) => one.id === activityId)?.title ?? undefined;
  return (
    <article class="card stack" id={id} aria-labelledby={`${id}-title`}>
      <Heading level={2} size="sm" id={`${id}-title`}>
        <Words text={title} by="office" />
      </Heading>
      <div class="tags">
        <StanceTag stance={stance} />
      </div>
      <p>{t(saidIn(consultation, activityId).count, { count })}</p>
      {summary !== null && (
        <p>
          <Words text={summary} by="office" />
        </p>
      )}
      <p class="meta">
        {name !== undefined && (
          <span>
            <Words text={name} by="office" />
          </span>
        )}
        <Link href={withQuery(officialAnswersPath(consultation.id), { theme: group })}>{t('themes.said')}</Link>
      </p>
      <div class="answer">
        <Heading level={3} size="xs">
          {t('themes.answer')}
        </Heading>
        <OfficeMarkdown source={text} below={3} />
        <Documents documents={documents} id={`documents-${group}`} level={3} />
        <p class="meta">
          <Time at={answeredAt} withTime />
        </p>
      </div>
    </article>
  );
}

/** A link to them, where there are any. @param isBare without how many, among figures of something else */
export function ThemesLink(props: { consultation: Pick<ReadConsultation, 'id' | 'themes'>; isBare?: boolean }) {
  const { t } = useTexts();
  const { id, themes } = props.consultation;
  if (themes === 0) return null;
  return (
    <p>
      <Link href={themesPath(id)}>{props.isBare ? t('themes.title') : t('themes.link', { count: themes })}</Link>
    </p>
  );
}
