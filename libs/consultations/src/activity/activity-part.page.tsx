import type { ComponentChildren } from 'preact';
import { Part } from '@isegoria/ui';

/** The part of the page that shows an activity, named by its place in the order; undefined for the only one. */
export function partOf(activities: readonly { readonly id: string }[], id: string): string | undefined {
  return activities.length > 1 ? `a${activities.findIndex((activity) => activity.id === id) + 1}` : undefined;
}

export function ActivityPart(props: { name: string | undefined; depth?: number; children: ComponentChildren }) {
  if (props.name === undefined) return <>{props.children}</>;
  return (
    <Part name={props.name} depth={props.depth}>
      {props.children}
    </Part>
  );
}
