import type { VNode } from 'preact';
import { textOf, type Visit } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showLink, type LinkPurpose, type LinkView } from './link.contract';
import { DeadLinkPage, type NextStep } from './link.page';

/** The page that a link in a mail leads to. */
export interface FollowedLink {
  readonly purpose: LinkPurpose;
  readonly path: string;
  readonly title: string;
  readonly page: (link: LinkView, token: string) => VNode;
  /** What is offered where the link cannot be used. */
  readonly next: readonly NextStep[];
}

/** Shows what a link will do, or what is true of it if it can do nothing any more. Following a link changes nothing: mail scanners do. */
export async function showFollowed(visit: Visit, token: string, { purpose, path, title, page, next }: FollowedLink, status = 200) {
  const link = await visit.api.do(showLink, { token: token.slice(0, 200) });
  if (link.state === 'open' && link.purpose === purpose) return visit.show(page(link, token), { title, status, address: path });
  const state = link.state === 'open' ? 'unknown' : link.state;
  visit.show(<DeadLinkPage state={state} next={next} />, {
    title: visit.texts.t('link.dead'),
    status: status === 200 ? 410 : status,
    address: path,
  });
}

export const tokenIn = (form: FormState): string => textOf(form, 'token');
