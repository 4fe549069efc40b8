import { Heading, Link, useTexts } from '@isegoria/ui';
import { Frame } from '../account/frame.page';
import type { LinkState } from './link.contract';

export interface NextStep {
  readonly href: string;
  readonly label: string;
}

/** A link that cannot be used: what is true of it, and what can be done instead. */
export function DeadLinkPage(props: { state: LinkState; next: readonly NextStep[] }) {
  const { t } = useTexts();
  return (
    <Frame title={t('link.dead')} lead={props.state === 'open' ? undefined : t(`link.${props.state}`)}>
      <section aria-labelledby="next" class="stack">
        <Heading level={2} size="sm" id="next">
          {t('link.whatNow')}
        </Heading>
        <ul class="ds-list">
          {props.next.map(({ href, label }) => (
            <li key={href}>
              <Link href={href}>{label}</Link>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
  );
}
