import { Documents } from '@isegoria/portal-kit';
import { Heading, Link, OfficeMarkdown, Time, useTexts } from '@isegoria/ui';
import type { OfficialAnswerView } from '../../../official-answer/official-answer.contract';
import { StanceTag, answerFormPath, officialAnswersPath } from '../../../official-answer/pages/stance.page';
import { versionPath } from '../comparison/version-links.page';

interface AnswerToParagraphProps {
  readonly consultationId: string;
  readonly activityId: string;
  readonly paragraph: string;
  /** The newest version of the text. */
  readonly newest: number;
  readonly answer?: OfficialAnswerView;
  /** Whether the reader may answer it now. */
  readonly mayAnswer: boolean;
}

/** What the office answers to all that was written to a paragraph, and to which version of the text. */
export function AnswerToParagraph(props: AnswerToParagraphProps) {
  const { t } = useTexts();
  const { consultationId, activityId, paragraph, answer, mayAnswer } = props;
  const form = answerFormPath(consultationId, { activityId, about: 'paragraph', aboutId: paragraph });
  if (!answer) return mayAnswer ? <p><Link href={form}>{t('officialAnswers.giveToParagraph')}</Link></p> : null;
  const { stance, text, documents, answeredAt, textVersion, corrections } = answer;
  return (
    <section class="card stack" aria-labelledby="answer">
      <Heading level={2} size="sm" id="answer">
        {t('officialAnswers.ofParagraph')}
      </Heading>
      <div class="tags">
        <StanceTag stance={stance} />
      </div>
      <OfficeMarkdown source={text} below={2} />
      <Documents documents={documents} id="documents-answer" level={3} />
      <p>{t('officialAnswers.ofParagraph.lead')}</p>
      <p class="meta">
        <Time at={answeredAt} withTime />
        {textVersion !== null && props.newest > 1 && (
          <Link href={versionPath(activityId, textVersion)}>{t('officialAnswers.toVersion', { version: textVersion })}</Link>
        )}
        <Link href={`${officialAnswersPath(consultationId)}?only=${answer.aboutId}`}>
          {corrections > 0 ? t('officialAnswers.earlier', { count: corrections }) : t('officialAnswers.readOne')}
        </Link>
        {mayAnswer && <Link href={form}>{t('officialAnswers.correct')}</Link>}
      </p>
    </section>
  );
}
