import type { ComponentChildren } from 'preact';
import { EmptyState, Heading, useIds, useTexts } from '@isegoria/ui';
import type { MethodPages } from './method.page';

/** Stands in for a way of taking part that this program does not know: it cannot be shown, but everything else still works. */
export const unknownMethod: MethodPages = {
  method: '',
  name: 'method.unknown',
  meaning: 'method.unknown',
  facts: () => [],
  takingPart: () => Promise.resolve(({ title }) => <NotShown title={title} />),
  forms: {},
  DraftFields: () => null,
  draft: () => ({}),
  drafted: () => Promise.resolve({}),
  asTyped: () => ({}),
  dashboard: () => Promise.resolve({ stamp: '', Results: () => <NotShown /> }),
};

function NotShown(props: { title?: ComponentChildren }) {
  const { t } = useTexts();
  const id = useIds()('unknown');
  return (
    <section aria-labelledby={id} class="stack">
      <Heading level={2} size="md" id={id}>
        {props.title ?? t('method.unknown')}
      </Heading>
      <EmptyState>{t('method.notShown')}</EmptyState>
    </section>
  );
}
