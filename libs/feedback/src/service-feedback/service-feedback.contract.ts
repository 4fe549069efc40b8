import { IsIn, IsInt, IsISO8601, IsObject, IsString, IsUUID, MaxLength } from 'class-validator';
import { serviceStatuses, type ServiceStatus } from '@isegoria/content';
import {
  IsPlainText,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  assuranceLevels,
  command,
  languages,
  limits,
  pageQuery,
  query,
  type AssuranceLevel,
  type Language,
  type TextByLanguage,
} from '@isegoria/kernel';
import { helpAnswers, type HelpAnswer } from './feedback-given.contract';

export class GiveServiceFeedback {
  @IsUUID()
  serviceId: string;

  /** Whether it helped. */
  @IsIn(helpAnswers)
  answer: HelpAnswer;

  /** For the office alone; replaces what the person wrote before, also when absent. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.serviceCommentLength)
  comment?: string;
}
export const giveServiceFeedback = command(GiveServiceFeedback, {
  route: 'PUT /services/:serviceId/feedback',
  may: 'contribute',
  summary: 'Say whether a service helped, with a comment to its office if one likes; the last word counts',
});

export class TakeServiceFeedbackBack {
  @IsUUID()
  serviceId: string;
}
export const takeServiceFeedbackBack = command(TakeServiceFeedbackBack, {
  route: 'DELETE /services/:serviceId/feedback',
  may: 'participate',
  summary: 'Take back what one said of a service, and the comment',
});

/** How many people gave each answer, each person once. */
export class HelpCounts {
  @IsInt() readonly yes: number;
  @IsInt() readonly partly: number;
  @IsInt() readonly no: number;
}

export class ServiceFeedbackView {
  @IsUUID() readonly serviceId: string;
  /** Of fewer people nothing is told: what the unit of the service, or one above it, says, and ten where none does. */
  @IsInt() readonly smallestGroup: number;
  /** Those whose e-mail address is confirmed, and above; null while they are fewer than the smallest group. */
  @OrNull() @Nested(() => HelpCounts) readonly counted: HelpCounts | null;
  /** Those below that level; null while they are fewer than the smallest group. */
  @OrNull() @Nested(() => HelpCounts) readonly notCounted: HelpCounts | null;
}
export class ShowServiceFeedback {
  @IsUUID() serviceId: string;
}
export const showServiceFeedback = query(ShowServiceFeedback, ServiceFeedbackView, {
  route: 'GET /services/:serviceId/feedback',
  may: 'anyone',
  summary: 'How many people a service helped, once they are enough',
});

/** What the signed-in person said of a service. */
export class OwnFeedback {
  /** Null where the person says nothing, or took it back. */
  @OrNull() @IsIn(helpAnswers) readonly answer: HelpAnswer | null;
  @OrNull() @IsString() readonly comment: string | null;
}
export class ShowOwnFeedback {
  @IsUUID() serviceId: string;
}
export const showOwnFeedback = query(ShowOwnFeedback, OwnFeedback, {
  route: 'GET /services/:serviceId/my-feedback',
  may: 'participate',
  summary: 'What the signed-in person said of a service',
});

/** A service by what it is called, in its own language and in those into which it is translated. */
export class NamedService {
  @IsUUID() readonly serviceId: string;
  @IsIn(languages) readonly language: Language;
  @IsObject() readonly titles: TextByLanguage;
}

export class OwnFeedbackView extends NamedService {
  @IsIn(helpAnswers) readonly answer: HelpAnswer;
  @OrNull() @IsString() readonly comment: string | null;
  @IsISO8601() readonly givenAt: string;
}
export class ListOwnFeedback extends PageRequest {}
export const listOwnFeedback = pageQuery(ListOwnFeedback, OwnFeedbackView, {
  route: 'GET /my-service-feedback',
  may: 'participate',
  summary: 'What the signed-in person said of services, the last word of each, newest first',
});

/** What people say of a service, for its office: also where they are few. */
export class ServiceInFeedback extends NamedService {
  @IsUnit() readonly unit: string;
  @IsIn(serviceStatuses) readonly status: ServiceStatus;
  @Nested(() => HelpCounts) readonly counted: HelpCounts;
  @Nested(() => HelpCounts) readonly notCounted: HelpCounts;
  /** How many left a comment that can be read. */
  @IsInt() readonly comments: number;
}
export class ListServiceFeedback extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** This one alone. */
  @OrAbsent() @IsUUID() serviceId?: string;
}
export const listServiceFeedback = pageQuery(ListServiceFeedback, ServiceInFeedback, {
  route: 'GET /service-feedback',
  may: 'publish',
  summary: 'What people say of the services of the account’s units: those that helped the smallest share first, those with few last',
});

/** What somebody wrote to the office of a service. It says nothing of who it was. */
export class ServiceCommentView extends NamedService {
  @IsUnit() readonly unit: string;
  @IsIn(helpAnswers) readonly answer: HelpAnswer;
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Null where the person’s key is gone since a moment ago. */
  @OrNull() @IsString() readonly comment: string | null;
  @IsISO8601() readonly givenAt: string;
}
export class ListServiceComments extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** On this one alone. */
  @OrAbsent() @IsUUID() serviceId?: string;
}
export const listServiceComments = pageQuery(ListServiceComments, ServiceCommentView, {
  route: 'GET /service-comments',
  may: 'publish',
  summary: 'What people wrote to the offices of the account’s units about their services, newest first',
});
