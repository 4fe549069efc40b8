import { ArrayMaxSize, IsArray, IsBoolean, IsISO8601, IsIn, IsInt, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  EntriesDiffer,
  IsOneLine,
  IsPlainText,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  UnitsInUse,
  categoryForm,
  command,
  languages,
  limits,
  pageQuery,
  query,
  type Language,
} from '@isegoria/kernel';
import { ServiceChannels, ServiceWords } from './described/described.contract';
import { lifeEvents, type LifeEvent } from './described/life-events.contract';
import { newDetailsOfService, newTranslationOfService, serviceStatuses, type ServiceStatus } from './public-service-events.contract';

/** Everything about a service that is not of one language, and its words in its own. */
export class ServiceDetails {
  /** In which the words are. */
  @IsIn(languages)
  language: Language;

  @Nested(() => ServiceWords)
  words: ServiceWords;

  @Nested(() => ServiceChannels)
  channels: ServiceChannels;

  @IsArray()
  @EntriesDiffer()
  @IsIn(lifeEvents, { each: true })
  lifeEvents: readonly LifeEvent[];

  /** The topics and areas that it is about; none when absent. */
  @OrAbsent()
  @IsArray()
  @ArrayMaxSize(limits.categoriesMax)
  @EntriesDiffer()
  @Matches(categoryForm, { each: true })
  categories?: string[];
}

export class DraftService extends ServiceDetails {
  /** The unit that is responsible for it; the root when absent. */
  @OrAbsent()
  @IsUnit()
  unit?: string;
}

export class ReviseService extends ServiceDetails {
  @IsUUID()
  serviceId: string;
}

export class TranslateService {
  @IsUUID()
  serviceId: string;

  @IsIn(languages)
  language: Language;

  /** Null withdraws the translation. */
  @OrNull()
  @Nested(() => ServiceWords)
  words: ServiceWords | null;
}

export class PublishService {
  @IsUUID()
  serviceId: string;
}

export class WithdrawService {
  @IsUUID()
  serviceId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export const draftService = command(DraftService, {
  route: 'POST /services',
  may: 'publish',
  summary: 'Draft an entry of the directory of services',
});
export const reviseService = command(ReviseService, {
  route: 'PUT /services/:serviceId',
  may: 'publish',
  summary: 'Say something else of a service',
  versionedBy: newDetailsOfService,
});
export const translateService = command(TranslateService, {
  route: 'PUT /services/:serviceId/translations/:language',
  may: 'publish',
  summary: 'Say what is said of a service in another language',
  versionedBy: newTranslationOfService,
});
export const publishService = command(PublishService, {
  route: 'POST /services/:serviceId/publication',
  may: 'publish',
  summary: 'Publish an entry of the directory of services',
  versionedBy: newDetailsOfService,
});
export const withdrawService = command(WithdrawService, {
  route: 'POST /services/:serviceId/withdrawal',
  may: 'publish',
  summary: 'Withdraw an entry of the directory of services, with the reason',
  versionedBy: newDetailsOfService,
});

/** The words of a service in another language than its own. */
export class TranslatedService {
  @IsIn(languages) readonly language: Language;
  @Nested(() => ServiceWords) readonly words: ServiceWords;
  @IsISO8601() readonly translatedAt: string;
  /** Whether the words in the language of the service were changed since. */
  @IsBoolean() readonly isOfOlderWords: boolean;
}

/** Drafts and withdrawn services are seen by officials of the unit only. */
export class ServiceView {
  @IsUUID() readonly id: string;
  @IsUnit() readonly unit: string;
  @IsIn(serviceStatuses) readonly status: ServiceStatus;
  @IsIn(languages) readonly language: Language;
  @Nested(() => ServiceWords) readonly words: ServiceWords;
  @Nested(() => TranslatedService, { each: true }) readonly translations: readonly TranslatedService[];
  @Nested(() => ServiceChannels) readonly channels: ServiceChannels;
  @IsIn(lifeEvents, { each: true }) readonly lifeEvents: readonly LifeEvent[];
  @IsArray() @Matches(categoryForm, { each: true }) readonly categories: readonly string[];
  @OrNull() @IsISO8601() readonly publishedAt: string | null;
  @IsISO8601() readonly revisedAt: string;
  /** Of what is said of it in its own language. */
  @IsInt() readonly version: number;
  /** Of that and all translations. */
  @IsInt() readonly translationsVersion: number;
}

export class ListServices extends PageRequest {
  @OrAbsent() @IsIn(lifeEvents) lifeEvent?: LifeEvent;
  /** Those of this unit and of all below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** Those of this topic and of all below it. */
  @OrAbsent() @Matches(categoryForm) topic?: string;
  /** Those of this area and of all below it. */
  @OrAbsent() @Matches(categoryForm) area?: string;
  /** Those that have all of these words, or words that begin so, in one of their languages. */
  @OrAbsent() @IsOneLine() @MaxLength(limits.titleLength) words?: string;
  @OrAbsent() @IsIn([...serviceStatuses, 'all']) status?: ServiceStatus | 'all';
}
export const listServices = pageQuery(ListServices, ServiceView, {
  route: 'GET /services',
  may: 'anyone',
  summary: 'The directory of services, the latest publication first; officials may ask for other than published ones',
});

export class ShowService {
  @IsUUID() serviceId: string;
}
export const showService = query(ShowService, ServiceView, { route: 'GET /services/:serviceId', may: 'anyone', summary: 'One service' });

export class ShowUnitsOfServices {}
export const showUnitsOfServices = query(ShowUnitsOfServices, UnitsInUse, {
  route: 'GET /service-units',
  may: 'anyone',
  summary: 'The units that offer services',
});
