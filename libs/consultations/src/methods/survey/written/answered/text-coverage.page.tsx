import type { Texts } from '@isegoria/texts';
import { Link, useTexts } from '@isegoria/ui';
import { figureRow } from '../../../choices/results/figure-rows.page';
import type { FigureRow } from '../../../method/method.page';
import { stances } from '../../../../official-answer/official-answer.contract';
import { Fates, nameOf } from '../../../document/answered/coverage.page';
import type { TextCoverage } from './text-coverage.contract';

/** What may have become of a text. */
const fates = [...stances, 'open'] as const;

/** How many of the listed texts of a survey the office has answered, and how; nothing where none is listed. */
export function TextsAnswered({ coverage, consultationId }: { coverage: TextCoverage; consultationId: string }) {
  const { t } = useTexts();
  const { listed, open } = coverage;
  if (listed === 0) return null;
  const finding = t('textsAnswered.finding', { listed, answered: listed - open });
  const says = { title: 'textsAnswered.title', head: 'textsAnswered.texts', count: 'textsAnswered.count' } as const;
  return <Fates {...{ fates, counts: coverage, whole: listed, finding, says, consultationId }} level={3} />;
}

/** The same in a sentence, where people took part. */
export function TextsAnsweredInShort({ coverage: { listed, open }, answersAt }: { coverage: TextCoverage; answersAt: string }) {
  const { t } = useTexts();
  if (listed === 0) return null;
  return (
    <p>
      {t('textsAnswered.finding', { listed, answered: listed - open })}{' '}
      {open < listed && <Link href={answersAt}>{t('textsAnswered.read')}</Link>}
    </p>
  );
}

/** What became of how many listed texts, for a file. */
export const textCoverageRows = ({ t }: Texts, coverage: TextCoverage): FigureRow[] =>
  coverage.listed === 0 ? [] : fates.map((fate) => figureRow(t('textsAnswered.texts'), nameOf(t, fate), coverage[fate]));
