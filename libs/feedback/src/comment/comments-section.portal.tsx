import { textOf, type Section } from '@isegoria/portal-kit';
import { listComments, submitComment, type SubmitComment } from './comment.contract';
import { Comments } from './comments.page';

export const comments: Section<SubmitComment> = {
  name: 'comments',
  form: 'comment',
  thanks: 'thanks.comment',
  contract: submitComment,
  command: (form, consultationId) => ({ consultationId, text: textOf(form, 'text') }),
  async load(visit, consultationId) {
    const cursor = visit.cursor();
    const found = await visit.api.ask(listComments, { consultationId, cursor });
    return (props) => <Comments {...props} comments={found} cursor={cursor} />;
  },
};
