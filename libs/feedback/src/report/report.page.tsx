import { limits } from '@isegoria/kernel';
import { Choices, CitizenText, Form, Heading, Link, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';
import { PublicReason, textOf } from '@isegoria/portal-kit';
import type { CommentView } from '../comment/comment.contract';
import { reportReasons, type ReportedKind } from './report.contract';

/** Where something is reported. */
export function reportPath(item: ReportedKind, itemId: string): string {
  return `/report/${item}/${itemId}`;
}

/** The words that are reported, and why they are not shown where they are not. */
export type ReportedWords = Pick<CommentView, 'text' | 'withdrawnAt' | 'hiddenReason' | 'hiddenRule'>;

export function ReportPage(props: { item: ReportedKind; itemId: string; words?: ReportedWords | undefined; form: FormState }) {
  const { t } = useTexts();
  const { item, itemId, form, words } = props;
  if (words?.text === null) return <NothingToReport words={words} />;
  return (
    <div class="narrow">
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('report.title')}
        </Heading>
        <p class="lead">{t('report.lead')}</p>
      </div>
      <div class="stack-lg">
        {words && (
          <blockquote class="card">
            <CitizenText text={words.text} />
          </blockquote>
        )}
        <Form name="report" action={reportPath(item, itemId)} state={form}>
          <Choices
            form="report"
            name="reason"
            legend={t('report.why')}
            choices={reportReasons.map((reason) => ({ value: reason, label: t(`report.reason.${reason}`) }))}
            chosen={[textOf(form, 'reason')]}
            state={form}
          />
          <TextArea form="report" name="text" label={t('report.text')} hint={t('report.textHint')} state={form} max={limits.reasonLength} />
          <SubmitButton>{t('report.send')}</SubmitButton>
        </Form>
      </div>
    </div>
  );
}

/** What nobody can read any more needs no decision of a moderator. */
function NothingToReport({ words }: { words: ReportedWords }) {
  const { t } = useTexts();
  const { withdrawnAt, hiddenReason, hiddenRule } = words;
  return (
    <div class="narrow stack">
      <Heading level={1} size="lg">
        {t('report.title')}
      </Heading>
      <p class="lead">{t('report.gone')}</p>
      {hiddenReason !== null ? (
        <p class="erased">
          {t('report.hidden')} <PublicReason reason={hiddenReason} rule={hiddenRule} />
        </p>
      ) : (
        <p class="erased">{t(withdrawnAt === null ? 'text.erased' : 'own.withdrawn')}</p>
      )}
    </div>
  );
}

export function ReportReceived(props: { back: string; isSignedIn: boolean }) {
  const { t } = useTexts();
  return (
    <div class="narrow stack">
      <Heading level={1} size="lg">
        {t('report.received')}
      </Heading>
      <p>{t(props.isSignedIn ? 'report.nextToYou' : 'report.next')}</p>
      {props.isSignedIn && (
        <p>
          <Link href="/my#reports">{t('report.yours')}</Link>
        </p>
      )}
      <p>
        <Link href={props.back}>{t('report.back')}</Link>
      </p>
    </div>
  );
}
