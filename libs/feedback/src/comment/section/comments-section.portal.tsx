import { namesOf, textOf, withQuery, type Section } from '@isegoria/portal-kit';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { sortingIn, supportingIn } from '../../support/button/supporting.portal';
import { submitComment, type SubmitComment } from '../comment.contract';
import { listThreads } from '../thread/thread.contract';
import { Comments, commentOrder } from './comments.page';

export const comments: Section<SubmitComment> = {
  name: 'comments',
  title: 'comments.title',
  form: 'comment',
  thanks: 'thanks.comment',
  next: 'next.comment',
  contract: submitComment,
  command: (form, consultationId) => ({ consultationId, text: textOf(form, 'text') }),
  async load(visit, consultationId) {
    const [cursor, sort] = [visit.cursor(), sortingIn(visit, commentOrder)];
    const [threads, mine] = await Promise.all([
      visit.api.ask(listThreads, { consultationId, sort, cursor }),
      visit.account && visit.api.ask(showMyFeedback, { consultationId }),
    ]);
    const shown = threads.items.flatMap(({ comment, replies }) => [comment, ...replies]);
    const [ids, authors] = [shown.map(({ id }) => id), shown.map(({ author }) => author)];
    const back = withQuery(`/consultations/${consultationId}/comments`, { [commentOrder]: sort === 'newest' ? undefined : sort, cursor });
    const [nameOf, supporting] = await Promise.all([namesOf(visit, authors), supportingIn(visit, ids, back)]);
    const loaded = { threads, sort, cursor, mine, nameOf, supporting };
    return (props) => <Comments {...props} {...loaded} />;
  },
};
