import { Breadcrumbs, Heading, type Crumb } from '@isegoria/ui';
import type { ComponentChildren } from 'preact';

/** A narrow page about one account, with its purpose at the top. */
export function Frame(props: {
  title: ComponentChildren;
  lead?: string;
  trail?: readonly Crumb[];
  children: ComponentChildren;
}) {
  return (
    <div class="narrow">
      {props.trail && <Breadcrumbs trail={props.trail} />}
      <div class="page-head">
        <Heading level={1} size="lg">
          {props.title}
        </Heading>
        {props.lead && <p class="lead">{props.lead}</p>}
      </div>
      <div class="stack-lg">{props.children}</div>
    </div>
  );
}
