import { ButtonLink, Icon, useTexts } from '@isegoria/ui';
import type { MessageKey } from '@isegoria/texts';

/** A page of a consultation, one of several in order. */
export interface Step {
  /** Below the address of the consultation; empty for its first page. */
  readonly name: string;
  readonly title: MessageKey;
  /** Whether the person who looks has done what there is to do. */
  readonly isDone?: boolean;
}

const addressOf = (page: string, { name }: Step) => (name === '' ? page : `${page}/${name}`);

/** The steps of a consultation, each a page with an address, the one that is shown marked and those that are done ticked. */
export function Steps(props: { page: string; steps: readonly Step[]; current: string }) {
  const { t } = useTexts();
  return (
    <nav class="step-nav" aria-label={t('steps.label')}>
      <ol>
        {props.steps.map((step) => (
          <li key={step.name}>
            <a href={addressOf(props.page, step)} aria-current={step.name === props.current ? 'page' : undefined}>
              {t(step.title)}
              {step.isDone && (
                <>
                  <Icon name="agree" />
                  <span class="ds-sr-only">{t('steps.done')}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Leads on to the step after the one that is shown; nothing after the last. */
export function NextStep(props: { page: string; steps: readonly Step[]; current: string }) {
  const { t } = useTexts();
  const next = props.steps[props.steps.findIndex(({ name }) => name === props.current) + 1];
  if (!next) return null;
  return (
    <p class="next-step">
      <ButtonLink href={addressOf(props.page, next)} variant="secondary">
        {t('steps.next', { step: t(next.title) })}
      </ButtonLink>
    </p>
  );
}
