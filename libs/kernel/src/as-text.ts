/**
 * What a spreadsheet takes for the start of a formula, also behind blanks and quotation marks, which some programs drop before they
 * calculate: at the start of each line, since some readers break a cell there, and behind what others split cells at, as spreadsheets of
 * many countries do at semicolons whatever the quotation marks say (OWASP, CSV Injection).
 */
const startsFormula = /(?<=^|[,;\t])(?=(?:"|[^\S\t\r\n\u2028\u2029])*[=+\-@＝＋－＠])|^(?=\t|\r(?!\n))/gm;

/** A cell that is a number and nothing else calculates nothing, and is to be calculated with. */
const isNumber = /^-\d+(?:\.\d+)?$/;

/** An apostrophe in front makes it text: citizens wrote these words, and an official opens them (CSV injection, CWE-1236). */
export const asText = (cell: string) => (isNumber.test(cell) ? cell : cell.replace(startsFormula, "'"));
