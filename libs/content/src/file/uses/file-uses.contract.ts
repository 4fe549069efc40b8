import { IsBoolean, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { IsUnit, Nested, OrAbsent, OrNull, PageRequest, languages, pageQuery, type Language } from '@isegoria/kernel';
import { FileView, IsFileHash } from '../file.contract';

export const thingsWithFiles = ['consultation', 'page', 'question', 'settings'] as const;
export type ThingWithFiles = (typeof thingsWithFiles)[number];

/** Something beside which a file stands. */
export class FileUseView {
  @IsIn(thingsWithFiles) readonly kind: ThingWithFiles;
  /** Null for the settings, of which there is one. */
  @OrNull() @IsUUID() readonly id: string | null;
  /** Null for a question, whose words are its author's, and for the settings. */
  @OrNull() @IsString() readonly title: string | null;
  /** Of the title. */
  @OrNull() @IsIn(languages) readonly language: Language | null;
  /** Whether everybody may read it. */
  @IsBoolean() readonly isPublic: boolean;
}

/** A file, and where it stands now. */
export class UsedFileView extends FileView {
  @Nested(() => FileUseView, { each: true }) readonly uses: readonly FileUseView[];
  /** In how many drafts of units in which the account has no part it stands besides. */
  @IsInt() readonly otherUses: number;
}

export class ListUsedFiles extends PageRequest {
  /** Those of this unit and of all below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** This one alone. */
  @OrAbsent() @IsFileHash() file?: string;
}
export const listUsedFiles = pageQuery(ListUsedFiles, UsedFileView, {
  route: 'GET /used-files',
  may: 'publish',
  summary: 'The files of the units in which the account may publish, newest first, and where each stands',
});
