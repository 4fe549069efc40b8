import { Heading, useTexts } from '@isegoria/ui';
import { moderationRules } from './rules.contract';

/** The rules for what people write; the reasons of moderators lead to its paragraphs. */
export function RulesPage() {
  const { t } = useTexts();
  return (
    <div class="narrow stack-lg">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('rules.title')}
        </Heading>
        <p class="lead">{t('rules.lead')}</p>
      </div>
      {moderationRules.map((rule) => (
        <section class="stack" aria-labelledby={rule} key={rule}>
          <Heading level={2} size="sm" id={rule}>
            {t(`ruleTitle.${rule}`)}
          </Heading>
          <p>{t(`ruleText.${rule}`)}</p>
        </section>
      ))}
      <p>{t('rules.appeal')}</p>
    </div>
  );
}
