export * from './comment/comment.contract';
export * from './contract';
export * from './question/question.contract';
