import { CitizenText, DataTable, EmptyState, Heading, Sentence, useIds, useTexts } from '@isegoria/ui';
import type { StatementResult } from '../../deliberation/deliberation.contract';

/** What everybody may read of what was written to a text, the most supported first. */
export function mostSupported(annotations: readonly StatementResult[]): readonly StatementResult[] {
  return annotations.filter(({ status, text }) => status === 'accepted' || text !== null).sort((one, other) => other.agrees - one.agrees);
}

export function AnnotationFinding(props: { annotations: readonly StatementResult[] }) {
  const { t } = useTexts();
  const [first] = props.annotations.filter(({ text, agrees }) => text !== null && agrees > 0);
  if (!first) return <p>{t('paper.findingNone')}</p>;
  return (
    <p>
      <Sentence says="paper.finding" words={{ words: first.text! }} values={{ count: first.agrees }} />
    </p>
  );
}

export function AnnotationResults(props: { annotations: readonly StatementResult[] }) {
  const { t, number } = useTexts();
  const id = useIds()('annotations');
  const shown = props.annotations;
  return (
    <section class="section stack" aria-labelledby={id}>
      <Heading level={3} size="sm" id={id}>
        {t('paper.mostSupported')}
      </Heading>
      {shown.length === 0 ? (
        <EmptyState>{t('paper.findingNone')}</EmptyState>
      ) : (
        <DataTable
          caption={t('paper.mostSupported')}
          captionHidden
          rows={shown}
          columns={[
            { head: t('paper.annotations'), cell: ({ text }) => <CitizenText text={text} /> },
            { head: t('paper.figure'), cell: ({ agrees }) => number(agrees), numeric: true },
          ]}
        />
      )}
    </section>
  );
}
