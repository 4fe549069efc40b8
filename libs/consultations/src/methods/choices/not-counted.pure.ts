/** What is counted of a ballot that is kept and not counted begins with it: it is in no figure of a choice, and there are as many parts. */
export const notCountedMark = '!';

export const notCounted = (choices: readonly string[]): string[] =>
  choices.map((choice) => (choice.startsWith(notCountedMark) ? choice : notCountedMark + choice));

/** In SQL, a choice as its ballot says it, counted or not. */
export const saidIn = (choice: string): string => `ltrim(${choice}, '${notCountedMark}')`;
