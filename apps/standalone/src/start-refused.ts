/** A failure that needs no stack trace: the sentence says what is wrong and what to do. */
export class StartRefused extends Error {}
