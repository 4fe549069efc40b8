export * from './comment/comment.contract';
export * from './contract';
export * from './my-feedback/my-feedback.contract';
export * from './question/question.contract';
