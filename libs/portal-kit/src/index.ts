import './assurance.texts';
import './layout/document/document.texts';
import './errors/errors.texts';
import './files/files.texts';
import './forms/done/done.texts';
import './forms/errors/form-errors.texts';
import './forms/times/times.texts';
import './moderation/moderation.texts';
import './names/names.texts';
import './own-words/own-words.texts';
import './share/share.texts';
import './units/units.texts';

export { asCsv, csvLine, csvType, type CsvRow } from './csv/as-csv';
export { decideOnEach, type Decision } from './moderation/decide-on-each';
export { carry, sendFor } from './forms/carry';
export { ContributionForm, type Allowance } from './forms/contribution-form';
export { configurePortal } from './configure';
export { Documents, Picture, filePath, sharedPicture, sizeInWords } from './files/attachments';
export { documentsSaid, filesAsFields, filesSaid, pictureAsFields, pictureSaid } from './files/chosen-file';
export { FileField } from './files/file-field';
export { DocumentFields, FileFields, PictureFields } from './files/file-fields';
export { takesFilesOn } from './files/multipart';
export { withUploads, type WithUploads } from './files/uploads';
export { documentsRead, type FileRead } from './documents/read-document';
export { lossKinds, type Losses, type Outcome, type ReadBlock } from './documents/reading/outcome';
export { renderDocument, renderFragment } from './layout/document/document';
export { drawn, type Drawn } from './layout/drawn';
export { SignInAside } from './errors/error-pages';
export type { ReadBack } from './errors/kept-words';
export { readBack, readFormsBack } from './errors/read-back';
export { descriptionLength, plainExcerpt } from './layout/excerpt';
export { describeFields } from './forms/fields';
export { fieldsByLanguage, wordsByLanguage } from './forms/languages/by-language';
export { blankForm, formFor, lines, listOf, sentForm, shownAgain, textOf, type Sent, type Standing } from './forms/form';
export { mustBeWhole, textIfAny, wholeNumberIn } from './forms/form';
export { numberTyped, numberWritten, readInTwoWays, wholeNumberTyped } from './forms/numbers.pure';
export { PublicReason } from './moderation/public-reason';
export { SuspensionInForce } from './moderation/standing-suspension';
export { ReasonFields, reasonIn } from './moderation/reason-fields';
export { changeOwnWords, editableForAWhile, showOwnWords, withdrawOwn } from './own-words/own-words';
export type { OwnThing } from './own-words/own-words.page';
export { WasChanged } from './own-words/was-changed';
export { idInPath } from './paths/id-in-path';
export { QrImage } from './qr-image';
export { LanguageChoice } from './layout/language-choice';
export { Author } from './names/author';
export { namesOf, readableName, type NameOf } from './names/readable-names';
export { LeadsElsewhere } from './paths/leads-elsewhere';
export { safePath } from './paths/safe-path';
export { PARTS_OF_SERVICES, type PagePart } from './layout/page-part';
export { SECTIONS, mayWrite, type Section, type SectionProps } from './layout/section';
export { SETTINGS, settingsFromEnvironment, type PortalSettings } from './settings/settings';
export { SignInFirst } from './session/sign-in-first';
export { signInPath } from './session/sign-in-path';
export { ShareLink } from './share/share-link';
export { SiteSettings, wordsFor } from './settings/site-settings';
export { ThankYou, UnfoldedReceipt } from './forms/thank-you';
export { endOfDayAfter, momentAfter, termBetween, type Term } from './forms/times/calendar-term';
export { DayField } from './forms/times/day-field';
export { TimeField } from './forms/times/time-field';
export { endForFields, endOfDayIn, readInOf, timeIn, timesToAsk, zoneOf } from './forms/times/time-in';
export { dayForField, timeForField, typedTime } from './forms/times/typed-time';
export { CategoryChoice, CategoryFilters, CategorySelect } from './categories/category-choice';
export {
  CategoryName,
  CategoryTags,
  CategoryTree,
  categoriesOf,
  categoryIn,
  categoryPath,
  listPath,
  narrowedToCategories,
  type NarrowedCategories,
  type WordsOf,
} from './categories/category-tree';
export { UnitChoice, UnitFilter } from './units/unit-choice';
export { UnitTree, narrowedTo, unitPath, unitTrail, unitsOf, unitsToBegin, unitsToNarrow } from './units/units';
export type { Thanks, Visit, Visited } from './session/visit';
export type { WorkItem, WorkKind, WorkList } from './work/work';
export { withQuery } from './paths/with-query';
export { asIcon } from './pictures/favicon';
export { crestOf, drawCrest, drawEmblem, isCrestShape, type CrestShape } from './pictures/crest';
export { pngOf } from './pictures/png';
