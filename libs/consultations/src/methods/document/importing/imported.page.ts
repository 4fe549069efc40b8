import { describeFields, textIfAny, type FileRead, type Losses, type Outcome } from '@isegoria/portal-kit';
import { limits, problemOf } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import type { Block } from '../paper/block.contract';
import { blocksIn, deepestHeading, markdownOf } from '../paper/blocks';

/** The field of the file, and what the form carries of one that was read: its text, its name and what it lost. */
export const fileName = 'document.file.asDocument';
export const pendingName = 'document.pending';
export const sourceName = 'document.source';
export const lossesName = 'document.losses';
/** The field that says what was shown or changed last, so that the page goes there: `pending` or `preview`. */
export const changedName = 'document.changed';

describeFields({ pending: { steers: true }, source: { steers: true }, losses: { steers: true }, asDocument: { steers: true } });

/** The form once a file was read: its text waits beside the one that stands, or the form says at the file's field what is wrong with it. */
export function withRead(form: FormState, { name, outcome }: FileRead, texts: Texts): FormState {
  const wrong = (message: string) => ({ ...form, errors: [...form.errors, { field: fileName, message }] });
  if ('unread' in outcome) return wrong(whyUnread(outcome, texts));
  const markdown = 'markdown' in outcome ? outcome.markdown : markdownOf(outcome.blocks.map(asBlock));
  const blocks = blocksIn(markdown.slice(0, limits.documentLength * 2));
  const tooMuch = beyondLimits(markdown, blocks, texts);
  if (tooMuch !== undefined) return wrong(tooMuch);
  const waits = { [pendingName]: markdown, [sourceName]: name, [lossesName]: lossesSaid(outcome.losses) };
  return { ...form, values: { ...form.values, ...waits, [changedName]: 'pending' } };
}

/** The form whose text is shown as it will be read. */
export const withPreview = (form: FormState): FormState => ({ ...form, values: { ...form.values, [changedName]: 'preview' } });

/** The form once somebody said what becomes of the text that waits. */
export function withPending(form: FormState, change: string, { t }: Texts): FormState {
  const { [pendingName]: pending, [sourceName]: _source, [lossesName]: _losses, ...values } = form.values;
  if (change === 'drop') return withPreview({ ...form, values });
  if (change === 'take' && textIfAny(form, pendingName) !== '') return withPreview({ ...form, values: { ...values, document: pending } });
  const message = change === 'pending' ? t('paperImport.decide') : t('paperImport.nothing');
  return { ...form, errors: [...form.errors, { field: change === 'pending' ? pendingName : fileName, message }] };
}

export const hasPending = (form: FormState): boolean => textIfAny(form, pendingName) !== '';

const asBlock = ({ kind, level, text }: Block): Block => ({ kind, level: Math.min(deepestHeading, level), text });

const lossesSaid = (losses: Losses): string =>
  Object.entries(losses)
    .map(([kind, count]) => `${kind}=${count}`)
    .join(' ');

/** The bounds of a text, each named where the file was chosen. */
function beyondLimits(markdown: string, blocks: readonly Block[], { t }: Texts): string | undefined {
  const length = Array.from(markdown).length;
  if (length > limits.documentLength) return t('paperImport.tooLong', { length, most: limits.documentLength });
  if (!blocks.some(({ kind }) => kind === 'paragraph')) return t('paperImport.noWords');
  if (blocks.length > limits.paragraphsMax) return t('paperImport.tooMany', { count: blocks.length, most: limits.paragraphsMax });
  const long = blocks.find(({ text }) => Array.from(text).length > limits.paragraphLength);
  if (!long) return undefined;
  const words = Array.from(long.text).slice(0, 60).join('');
  return t('paperImport.longParagraph', { words, length: Array.from(long.text).length, most: limits.paragraphLength });
}

function whyUnread(outcome: Extract<Outcome, { unread: string }>, { t, language }: Texts): string {
  const rejected = (code: 'FILE_TOO_LARGE' | 'FILE_EMPTY' | 'FILE_NOT_AS_NAMED' | 'UNAVAILABLE') =>
    problemOf(code, { params: { megabytes: limits.fileBytes / 1024 / 1024 } }, language).detail;
  switch (outcome.unread) {
    case 'tooLarge':
      return rejected('FILE_TOO_LARGE');
    case 'empty':
      return rejected('FILE_EMPTY');
    case 'notAsNamed':
      return rejected('FILE_NOT_AS_NAMED');
    case 'busy':
      return rejected('UNAVAILABLE');
    case 'tooLong':
      return t('paperImport.tooLong', { length: outcome.length, most: limits.documentLength });
    default:
      return t(`paperImport.unread.${outcome.unread}`);
  }
}
