import { Breadcrumbs, Heading, WordsIn, useTexts, type Crumb } from '@isegoria/ui';
import type { Language } from '@isegoria/kernel';
import { FeedbackForm, type FeedbackProps } from './feedback-on-service.page';

/** The form alone, where what was sent is shown again. */
export function FeedbackPage(props: FeedbackProps & { title: string; language: Language; back: Crumb }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/services', label: t('nav.services') }, props.back]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('help.title')}
        </Heading>
        <p class="lead">
          <WordsIn language={props.language}>{props.title}</WordsIn>
        </p>
      </div>
      <FeedbackForm {...props} />
    </div>
  );
}
