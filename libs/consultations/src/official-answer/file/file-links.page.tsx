import { useTexts } from '@isegoria/ui';
import { officialAnswersPath } from '../pages/stance.page';

/** Everybody gets the official answers as a file. */
export function AnswerFiles({ consultationId }: { consultationId: string }) {
  const { t } = useTexts();
  const path = officialAnswersPath(consultationId);
  const files = [
    { href: `${path}.csv`, words: t('officialAnswers.file') },
    { href: `${path}.csv?bom=1`, words: t('officialAnswers.fileForSpreadsheet') },
    { href: `${path}.json`, words: t('officialAnswers.fileAsJson') },
  ];
  return (
    <ul class="stack no-print">
      {files.map(({ href, words }) => (
        <li key={href}>
          <a class="ds-link" href={href} download>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
