import type { ComponentChildren } from 'preact';
import { Part, Words, idInPart, useTexts } from '@isegoria/ui';
import { pagesOf } from '../methods/methods.page';
import type { ActivityView } from './activity.contract';

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

/**
 * The activities of a page that has several, each leading to its place: the page is long where people do much.
 * @param at the id within the part of each activity to which its link leads
 */
export function ActivityList(props: { activities: readonly Pick<ActivityView, 'id' | 'title' | 'method'>[]; at: 'voting' | 'title' }) {
  const { t } = useTexts();
  if (props.activities.length < 2) return null;
  return (
    <nav class="on-this-page" aria-labelledby="on-this-page">
      <p class="meta" id="on-this-page">
        {t('activities.onThisPage')}
      </p>
      <ul>
        {props.activities.map(({ id, title, method }) => (
          <li key={id}>
            <a class="ds-link" href={`#${idInPart(partOf(props.activities, id)!, props.at)}`}>
              {title === null ? t(pagesOf(method).name) : <Words text={title} by="office" />}
            </a>
            {title !== null && <span class="meta">{t(pagesOf(method).name)}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
