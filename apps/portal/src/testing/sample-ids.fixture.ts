import { formatReceipt } from '@isegoria/merkle-log';

/** What the sample answers name. */
export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const day = 86_400_000;
export const daysFromNow = (days: number) => new Date(Date.now() + days * day).toISOString();

export const ids = {
  deliberation: id(1),
  poll: id(2),
  decided: id(3),
  draft: id(4),
  /** Two phases: one with two polls, which is over, and one with a deliberation. */
  phased: id(5),
  /** Of a method that the portal does not know. */
  newer: id(6),
  /** A draft law; its activity is `paper`. */
  law: id(27),
  surveyed: id(8),
  /** A motion, scores, and a poll with hidden results. */
  voted: id(9),
  /** Activities of the consultations above. */
  statements: id(1001),
  choice: id(1002),
  firstPoll: id(1051),
  secondPoll: id(1052),
  laterStatements: id(1053),
  unknown: id(1006),
  paper: id(1027),
  survey: id(1008),
  motion: id(1009),
  scored: id(1019),
  hidden: id(1029),
  page: id(10),
  service: id(6001),
  openQuestion: id(20),
  answeredQuestion: id(21),
  comment: id(30),
  statement: id(100),
  account: id(40),
  export: id(50),
};

/** As a receipt looks; nobody's key signed it. */
export const genuineForm = formatReceipt(
  { v: 2, id: ids.comment, type: 'CommentSubmitted', leaf: 'ab'.repeat(32), time: '2026-01-31T12:00:00.123Z' },
  new Uint8Array(64),
);

/** Text that a careless page would turn into markup. */
export const hostile = `<script>alert(1)</script><img src=x onerror="alert(2)"> "quoted" & 'more'`;

/** A unit below the root. */
export const water = 'root.1f0c22aa';
