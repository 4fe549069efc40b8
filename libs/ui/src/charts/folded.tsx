import type { ComponentChildren } from 'preact';
import { useIds } from '../components/part';

/**
 * What a phone shows as one line to open, and a wide screen as it is. Opens without scripts; a browser that cannot show what is in a closed
 * `details` (no `::details-content`) has the line on wide screens too.
 */
export function Folded(props: { id: string; summary: string; isOpen?: boolean; children: ComponentChildren }) {
  return (
    <details class="ds-details as-table folded" data-variant="default" data-color="neutral" id={useIds()(props.id)} open={props.isOpen}>
      <summary>{props.summary}</summary>
      <div>
        <div class="folded-content">{props.children}</div>
      </div>
    </details>
  );
}
