import { CitizenText, DataTable, EmptyState, Heading, useIds, useTexts } from '@isegoria/ui';
import { whenClosed, type Found } from '../../choices/results/found.page';
import type { StatementResult } from '../../deliberation/deliberation.contract';
import { AboutWords } from '../proposal/proposes.page';

/** What everybody may read of what was written to a text, the most supported first. */
export function mostSupported(annotations: readonly StatementResult[]): readonly StatementResult[] {
  return annotations.filter(({ status, text }) => status === 'accepted' || text !== null).sort((one, other) => other.agrees - one.agrees);
}

interface Annotations {
  readonly annotations: readonly StatementResult[];
  /** Whether nobody can write to the text any more. */
  readonly closed?: true;
}

export function foundInAnnotations(props: Annotations): Found {
  const [first] = props.annotations.filter(({ text, agrees }) => text !== null && agrees > 0);
  if (!first) return { says: `paper.findingNone${whenClosed(props)}` };
  const { text, at, agrees } = first;
  const values = { count: agrees };
  if (!at?.leavesOut) return { says: 'paper.finding', said: { words: text! }, values };
  if (at.words === null) return { says: 'paper.finding.paragraphGoes', said: { reason: text! }, values };
  return { says: 'paper.finding.goes', said: { words: at.words.exact, reason: text! }, values };
}

export function AnnotationResults(props: Annotations) {
  const { t, number } = useTexts();
  const id = useIds()('annotations');
  const shown = props.annotations;
  const about = ({ at, text }: StatementResult) => text !== null && <AboutWords at={at} />;
  const isAboutWords = shown.some(({ at, text }) => text !== null && (at?.words || at?.replaces));
  return (
    <section class="section stack" aria-labelledby={id}>
      <Heading level={3} size="sm" id={id}>
        {t('paper.mostSupported')}
      </Heading>
      {shown.length === 0 ? (
        <EmptyState>{t(`paper.findingNone${whenClosed(props)}`)}</EmptyState>
      ) : (
        <DataTable
          caption={t('paper.mostSupported')}
          captionHidden
          rows={shown}
          columns={[
            { head: t('paper.annotations'), cell: ({ text }) => <CitizenText text={text} /> },
            { head: t('paper.figure'), cell: ({ agrees }) => number(agrees), numeric: true },
            // Behind what somebody wrote, by which auditors know the row.
            ...(isAboutWords ? [{ head: t('paper.aboutWhat'), cell: about }] : []),
          ]}
        />
      )}
    </section>
  );
}
