import { ApiProblem } from '@isegoria/api-client';
import { addFile } from '@isegoria/content';
import { limits } from '@isegoria/kernel';
import type { FormError } from '@isegoria/ui';
import { sentForm, textOf, listOf } from '../forms/form';
import type { SentFile, Visit } from '../session/visit';
import { pictureNames, written, type PictureName } from './chosen-file';

/** A form whose files are added. */
export interface WithUploads {
  /** The body as if the files had been chosen from those that are there. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What is wrong with the files, to be said with whatever else is wrong with the form. */
  readonly wrong: readonly FormError[];
}

/**
 * Adds the files that a form brings, before the form itself is sent on: one that is refused for something else then keeps them. The field
 * `pictureFile` becomes `picture`, `crestFile` becomes `crest`, any other a further one of `documents`.
 */
export async function withUploads(visit: Visit, body: unknown, unit?: string): Promise<WithUploads> {
  let said = { ...(body as Record<string, unknown>) };
  const errors: FormError[] = [];
  for (const file of visit.files) {
    try {
      said = withFile(said, file, await upload(visit, said, file, unit));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status >= 500) throw error;
      errors.push(...errorsOf(visit, file, error));
    }
  }
  for (const name of pictureNames)
    if (describesNothing(visit, said, name)) errors.push({ field: `${name}File`, message: visit.texts.t('files.noPicture') });
  const most = limits.documentsMax;
  if (listOf(sentForm(said), 'documents').length > most)
    errors.push({ field: 'documentFile', message: visit.texts.t('files.tooMany', { most }) });
  return { body: said, wrong: errors };
}

async function upload(visit: Visit, said: object, { field, name, bytes, isTooLarge }: SentFile, unit: string | undefined): Promise<string> {
  if (isTooLarge) {
    const detail = visit.texts.t('rejection.FILE_TOO_LARGE', { megabytes: limits.fileBytes / 1024 / 1024 });
    throw new ApiProblem({ code: 'FILE_TOO_LARGE', status: 413, detail });
  }
  const picture = pictureIn(field);
  // A picture among the documents is described by its name, until somebody says more of it.
  const shows = picture === undefined ? name : textOf(sentForm(said), `${picture}Alt`).trim();
  const { id } = await visit.api.do(addFile, { unit, name, ...(shows && { alt: shows }), content: bytes.toString('base64') });
  return id;
}

function withFile(said: Record<string, unknown>, { field, name }: SentFile, file: string): Record<string, unknown> {
  const chosen = written({ file, name });
  const picture = pictureIn(field);
  if (picture !== undefined) return { ...said, [picture]: chosen };
  const before = [said['documents'] ?? []].flat();
  return { ...said, documents: [...before, chosen] };
}

/** Words about a picture that is not there: it was chosen before, and no browser keeps what was chosen in a form that comes back. */
function describesNothing({ files }: Visit, said: object, name: PictureName): boolean {
  const form = sentForm(said);
  const hasPicture = listOf(form, name).some((value) => value !== '') || files.some(({ field }) => pictureIn(field) === name);
  return !hasPicture && textOf(form, `${name}Alt`).trim() !== '';
}

function pictureIn(field: string): PictureName | undefined {
  return pictureNames.find((name) => field === `${name}File`);
}

/** Under the field in which the file was chosen, with its name, since a form may bring several. */
function errorsOf(visit: Visit, { field, name }: SentFile, { problem }: ApiProblem): FormError[] {
  const { t } = visit.texts;
  const detail = problem.code === 'VALIDATION_FAILED' ? t('files.nameTooLong', { most: limits.nameLength }) : problem.detail;
  const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  if (problem.code === 'ALTERNATIVE_TEXT_MISSING')
    return [
      { field: `${pictureIn(field) ?? 'picture'}Alt`, message: detail },
      { field, message: t('files.chooseAgain', { name: short }) },
    ];
  return [{ field, message: t('files.refused', { name: short, detail }) }];
}
