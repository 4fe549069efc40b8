import type { ModerationRule } from '@isegoria/content';
import { textsIn } from '@isegoria/texts';
import { Link, Words, useTexts } from '@isegoria/ui';

/** The reason that stands on record where a moderator chose a rule and added no words: the sentence of the rule, in English. */
export function wordsOfRule(rule: ModerationRule): string {
  return textsIn('en').t(`rule.${rule}`);
}

/** Why a moderator decided so: the rule in the reader's language, with its place, and the words that were added to it. */
export function PublicReason(props: { reason: string; rule: ModerationRule | null | undefined }) {
  const { t } = useTexts();
  const { reason, rule } = props;
  if (!rule) return <Words text={reason} />;
  return (
    <>
      {t(`rule.${rule}`)} {reason !== wordsOfRule(rule) && <Words text={reason} />}{' '}
      <Link href={`/rules#${rule}`}>{t('rules.link')}</Link>
    </>
  );
}
