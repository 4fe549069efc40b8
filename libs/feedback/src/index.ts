export * from './comment/comment.contract';
export * from './events.contract';
export * from './question/question.contract';
