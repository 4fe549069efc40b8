import { namesOf, textOf, type Section } from '@isegoria/portal-kit';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { listComments, submitComment, type SubmitComment } from '../comment.contract';
import { Comments } from './comments.page';

export const comments: Section<SubmitComment> = {
  name: 'comments',
  form: 'comment',
  thanks: 'thanks.comment',
  contract: submitComment,
  command: (form, consultationId) => ({ consultationId, text: textOf(form, 'text') }),
  async load(visit, consultationId) {
    const cursor = visit.cursor();
    const [found, mine] = await Promise.all([
      visit.api.ask(listComments, { consultationId, cursor }),
      visit.account && visit.api.ask(showMyFeedback, { consultationId }),
    ]);
    const nameOf = await namesOf(
      visit,
      found.items.map(({ author }) => author),
    );
    return (props) => <Comments {...props} comments={found} cursor={cursor} mine={mine} nameOf={nameOf} />;
  },
};
