import { IsIn, IsInt, IsUUID } from 'class-validator';
import { Nested, OrAbsent, PageRequest, pageQuery } from '@isegoria/kernel';
import { sortings, type Sorting } from '../../support/supported.contract';
import { CommentView } from '../comment.contract';

/** How many replies a list of threads shows of each. */
export const repliesShown = 3;

/** A comment with the first of its replies. */
export class ThreadView {
  @Nested(() => CommentView) readonly comment: CommentView;
  /** The first ones, in the order in which they came; those to replies among them. */
  @Nested(() => CommentView, { each: true }) readonly replies: readonly CommentView[];
  /** How many there are. */
  @IsInt() readonly replyCount: number;
}

export class ListThreads extends PageRequest {
  @IsUUID() consultationId: string;
  /** Newest first if nothing is said. */
  @OrAbsent() @IsIn(sortings) sort?: Sorting;
}
export const listThreads = pageQuery(ListThreads, ThreadView, {
  route: 'GET /consultations/:consultationId/threads',
  may: 'anyone',
  summary: 'Comments on a consultation that are no replies, each with its first replies; newest or most supported first',
});

export class ListReplies extends PageRequest {
  /** The comment that began the thread. */
  @IsUUID() commentId: string;
}
export const listReplies = pageQuery(ListReplies, CommentView, {
  route: 'GET /comments/:commentId/replies',
  may: 'anyone',
  summary: 'All replies of a thread, in the order in which they came',
});
