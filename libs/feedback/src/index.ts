export * from './comment/comment.contract';
export * from './comment/own-comment/own-comment.contract';
export * from './contract';
export * from './my-feedback/my-feedback.contract';
export * from './question/own-question/own-question.contract';
export * from './question/question.contract';
