import { registerDecorator, type ValidationOptions } from 'class-validator';

const escaped = /\\[!-/:-@[-`{-~]/g;
const fence = /^ {0,3}(`{3,}|~{3,})/;
/** Brackets in the words stand in pairs. The bounds keep the work small for texts that only begin like one. */
const picture = /!\[(?:[^[\]]|\[[^[\]]{0,200}\]){0,500}\](?:\(|\[[^[\]]{1,200}\])/;

/** Whether a text shows a picture from somewhere, which no page of the platform loads. */
export function hasPicture(markdown: string): boolean {
  return markdown.includes('![') && picture.test(outsideSpans(outsideFences(markdown.replace(escaped, ' '))));
}

function outsideFences(markdown: string): string {
  let within: string | undefined;
  const outside = markdown.split('\n').map((line) => {
    const mark = fence.exec(line)?.[1];
    const isOutside = within === undefined && mark === undefined;
    if (within === undefined) within = mark;
    else if (mark?.startsWith(within)) within = undefined;
    return isOutside ? line : '';
  });
  return outside.join('\n');
}

function outsideSpans(text: string): string {
  return partsAroundCode(text)
    .filter(({ isCode }) => !isCode)
    .map((part) => part.text)
    .join('');
}

interface PartOfLine {
  readonly text: string;
  readonly isCode: boolean;
}

/** A text in the order of its parts. Code stands between two runs of as many backticks. */
export function partsAroundCode(text: string): readonly PartOfLine[] {
  const parts = text.split(/(`+)/);
  const next = new Map<string, number>();
  const closing = new Map<number, number | undefined>();
  // Every second part is a run. From the last one on, so that each knows the one that follows it.
  for (let at = parts.length - 2; at > 0; at -= 2) {
    closing.set(at, next.get(parts[at]!));
    next.set(parts[at]!, at);
  }
  const found: PartOfLine[] = [];
  for (let at = 0; at < parts.length; at++) {
    const end = closing.get(at) ?? at;
    found.push({ text: parts.slice(at, end + 1).join(''), isCode: end > at });
    at = end;
  }
  return found;
}

/** class-validator decorator: Markdown without pictures, of which the page would show something else than was written. */
export function HasNoPicture(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'hasNoPicture',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: '$property must have no picture in its Markdown', ...options },
      validator: { validate: (value: unknown) => typeof value !== 'string' || !hasPicture(value) },
    });
}
