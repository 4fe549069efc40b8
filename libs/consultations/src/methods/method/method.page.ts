import type { ComponentChildren, ComponentType, VNode } from 'preact';
import type { ApiClient } from '@isegoria/api-client';
import type { Accepted, CommandContract } from '@isegoria/kernel';
import type { FileRead, Sent, Visit } from '@isegoria/portal-kit';
import type { MessageKey, Texts } from '@isegoria/texts';
import type { Drawing, FormError, FormState } from '@isegoria/ui';
import type { ActivityView, DraftActivity } from '../../activity/activity.contract';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { OwnBallot } from '../../ballot/ballot.contract';
import type { OwnVoteRecord } from '../../my-votes/my-votes.contract';
import type { PhaseView } from '../../phase/phase.contract';
import type { ByAssurance } from '../../results/assurance/by-assurance.contract';
import type { ActivityResults, ConsultationResults } from '../../results/results.contract';

/** What a person is shown an activity with. */
export interface TakingPartProps {
  readonly activity: ActivityView;
  /** Whose consultation it is. */
  readonly unit: string;
  readonly phase: PhaseView;
  /** What the person cast here; absent for a visitor who is not signed in. */
  readonly ballot?: OwnBallot;
  /** The pseudonym of the person here; absent for a visitor. */
  readonly voter?: string;
  /** How many contributions of a kind one person may add; absent for a visitor. */
  readonly mostContributions?: number;
  /** The heading, in place of the method's own words, if the page has several activities. */
  readonly title?: ComponentChildren;
  /** The address of the page, to come back to. */
  readonly page: string;
  /** The address to which its forms are sent, each by its name. */
  readonly path: string;
  /** A form by its name: blank, or as it was sent if it was refused. */
  readonly form: (name: string) => FormState;
  /** Thanks for what was just sent from here, if they belong beside it. */
  readonly thanks?: VNode;
}

/** In the address of a page with an activity: where the list begins that the activity shows. */
export const listFrom = (activityId: string) => `from-${activityId}`;

/** For a form whose later submission replaces an earlier one. */
export interface Choosing<Command extends object = object> {
  /** What a command says, in a few characters without spaces. */
  said(command: Command): string;
  /** Everything that a ballot says, in the same form. */
  standing(ballot: OwnBallot): readonly string[];
}

/** A form of an activity: where its command comes from, and what follows it. */
export interface ActivityForm<Command extends object = object> {
  readonly contract: CommandContract<Command, Accepted>;
  /** What the form says, as a command. */
  command(form: FormState, activityId: string): Command;
  /** What the form calls a member of the command, where it has another name there. */
  named?(field: string, command: Command): string;
  /** What is wrong with what was typed and could not be seen in the command any more. */
  wrong?(form: FormState, texts: Texts): readonly FormError[];
  readonly thanks: MessageKey;
  /** What happens to what was sent, for the thanks; absent where the thanks say it. */
  next?(activity: ActivityView): MessageKey;
  /** The part of the activity to which the page goes on, with quiet thanks in it; absent: the top of the page, with the thanks. */
  readonly goesOnAt?: string;
  /** The page that shows what stands by now and what was not sent, and asks; absent where nothing is sent from a page that may be old. */
  asksAt?(consultationId: string, activityId: string): string;
  /** The same where it follows from what was sent, with what the address says besides. */
  goesOn?(command: Command): { readonly at: string; readonly query: Readonly<Record<string, string>> };
  /** Absent if every submission stands on its own. */
  readonly choosing?: Choosing<Command>;
}

/** Something worth knowing about an activity before taking part in it. */
export interface Fact {
  readonly label: MessageKey;
  readonly words: MessageKey;
}

/** A figure in a file of figures. */
export interface FigureRow {
  /** What it is about, such as an option. */
  readonly of: string;
  /** What is counted. */
  readonly figure: string;
  /** Null where it is said in words alone. */
  readonly counted: number | null;
  /** Null where levels are not told apart. */
  readonly byAssurance: ByAssurance<number> | null;
  readonly words?: string;
}

/** A picture of results, for use elsewhere. */
export interface ResultsPicture {
  /** In its address, in letters. */
  readonly name: string;
  readonly title: MessageKey;
  /** The moment of the figures that it shows. */
  readonly asOf: { readonly position: number; readonly computedAt: string };
  draw(texts: Texts): Drawing;
}

/** The person who looks at results, by the own pseudonym, and what the person cast in the activity. */
export interface OwnPlaceProps {
  readonly voter: string;
  readonly ballot?: OwnBallot;
}

/** What a person cast once, to be said in words. */
export interface OwnVoteProps {
  readonly vote: OwnVoteRecord;
  /** Absent if the activity is not shown any longer. */
  readonly activity?: ActivityView;
  /** The words of what was voted on and is no option, by id. */
  readonly words: ReadonlyMap<string, string>;
}

/** What a dashboard shows about an activity besides the figures that every method has. */
export interface MethodDashboard {
  /** Distinguishes what the position of the figures does not: a text that was erased since, a map that was drawn later. */
  readonly stamp: string;
  readonly KeyFigure?: ComponentType;
  /** What came out, in a sentence that a headline could quote; ties and too few people are said. */
  readonly Finding?: ComponentType;
  /** The same for a file, sentence by sentence. */
  outcome?(texts: Texts): readonly string[];
  /** The figures of its options, statements and the like with their working, for a file. */
  figures?(texts: Texts): readonly FigureRow[];
  /** What of its results can be taken along as a picture. */
  readonly pictures?: readonly ResultsPicture[];
  /** Where the person who looks is in the results, in words, on a page that nobody else is shown. */
  readonly OwnPlace?: ComponentType<OwnPlaceProps>;
  /** The same as a mark, in SVG, for the room that a drawing has for it. */
  readonly OwnMark?: ComponentType<OwnPlaceProps>;
  readonly Results: ComponentType;
}

/** What is shown of earlier results, which nothing changes. */
export type EarlierDashboard = Omit<MethodDashboard, 'stamp'>;

/** What is shown of the results within a filter. */
export interface FilteredDashboard {
  figures(texts: Texts): readonly FigureRow[];
  readonly pictures: readonly ResultsPicture[];
  readonly Results: ComponentType;
}

/** What a dashboard is of: the consultation, and the moment of its figures. */
export interface DashboardOf extends Pick<ConsultationResults, 'position' | 'computedAt'> {
  readonly id: string;
  /** What the office set in the activity; absent where only its figures are read. */
  readonly settings?: ActivityView['settings'];
}

/** Where an office sets what is a method's own. */
export interface DraftFieldsProps {
  readonly form: FormState;
  /** What the names of the fields begin with. */
  readonly at: string;
}

/** An activity where an office runs its consultation. */
export interface ActivityOfOffice {
  readonly consultation: Pick<ConsultationView, 'id' | 'language' | 'status' | 'phases' | 'cancellation'>;
  readonly activity: ActivityView;
  /** Whether its words stay as a second official checked them until it opens. */
  readonly isFixed?: boolean;
}

/** What people say in an activity, in the words of its method: statements, annotations. */
export interface SaidByPeople {
  /** Before the words of one that an office answers. */
  readonly answerTo: MessageKey;
  /** Before the words of several that have the same answer; `count` is how many. */
  readonly answerToSeveral: MessageKey;
  /** Names the page where an office answers several at once; `name` is that of the activity. */
  readonly answerAll: MessageKey;
  /** How many have no answer: `count`. */
  readonly unanswered: MessageKey;
  /** How many there are: `count`. */
  readonly count: MessageKey;
  /** Whether it has no ids of its own, but names, as texts of a survey have. */
  readonly isNamed?: true;
  /** The parts of the activity to which something was said, in order; absent where all of it is said to the whole. */
  parts?(api: ApiClient, activityId: string): Promise<readonly PartSaidTo[]>;
}

/** A part of an activity, such as a paragraph. */
export interface PartSaidTo {
  readonly part: string;
  /** From 1; null for what stands there no longer. */
  readonly number: number | null;
  /** Of what stands there no longer: where it stood last, and how it began. */
  /** What the office calls it, where it has no number. */
  readonly words?: string;
  readonly stood?: { readonly number: number; readonly version: number; readonly words: string };
  /** How many have no answer yet. */
  readonly open: number;
}

/** What pages need to know about a way of taking part. */
export interface MethodPages {
  /** Its name in events, rows and the API. */
  readonly method: string;
  /** What it is called and what it is, in words for the official who has to choose. */
  readonly name: MessageKey;
  readonly meaning: MessageKey;
  facts(activity: ActivityView): readonly Fact[];
  /** Loads what is shown where people take part. */
  takingPart(visit: Visit, activity: ActivityView): Promise<ComponentType<TakingPartProps>>;
  readonly forms: Readonly<Record<string, ActivityForm>>;
  /** What a person cast once, in a sentence; absent where there is no more to say than that something was. */
  readonly OwnVote?: ComponentType<OwnVoteProps>;
  /** Scripts that make taking part nicer; none of them is required. */
  readonly islands?: readonly string[];
  /** Scripts that these results are nicer with. */
  readonly islandsOfResults?: (results: ActivityResults) => readonly string[];
  /** The fields of a draft that are its own, and what they say. */
  readonly DraftFields: ComponentType<DraftFieldsProps>;
  /** Where in an activity a field stands that has several of its form, such as `Question 2:`. @param form as for `draft` */
  partIn?(form: FormState, field: string, texts: Texts): string | undefined;
  /** @param form without what the names of an activity's fields begin with */
  draft(form: FormState): Partial<DraftActivity>;
  /**
   * The form after one of the buttons among these fields was pressed, which says `in <at> <change>`; with errors where that cannot be done.
   * @param form as for `draft`
   */
  changed?(form: FormState, change: string, texts: Texts): FormState;
  /** The form after a file was read for one of these fields, whose name ends with `.asDocument`. @param form as for `draft` */
  read?(form: FormState, file: FileRead, texts: Texts): FormState;
  /** What the API says of these fields only once all are of the right form, so that everything is said at once. @throws Rejection */
  check?(draft: Partial<DraftActivity>): void;
  /** What an office should know before it publishes. */
  readonly Advice?: ComponentType<ActivityOfOffice>;
  /** What an office can do with it besides, while it is drafted and later. */
  readonly ForOffice?: ComponentType<ActivityOfOffice>;
  /** What these fields say of an activity that is drafted already. */
  drafted(visit: Visit, activity: ActivityView): Promise<Sent>;
  /** The same of what a draft says, as the API has it: the opposite of `draft`. */
  asTyped(draft: Partial<DraftActivity>): Sent;
  /** What the office says in it, for those who translate it; absent where that is nothing. */
  officeTexts?(visit: Visit, activity: ActivityView): Promise<readonly string[]>;
  /**
   * Of that, what people answer to: its translation stands once the activity has opened. Absent where that is nothing.
   * @param title its own, or that of the consultation where it has none
   */
  answered?(visit: Visit, activity: ActivityView, title: string): Promise<readonly string[]>;
  /** What it asks, each of which an office may answer apart; absent where it asks one thing. */
  questions?(activity: ActivityView): readonly { readonly id: string; readonly text: string }[];
  /** Absent where people say nothing that everybody reads. */
  readonly said?: SaidByPeople;
  /** Loads what is shown of its results. */
  dashboard(api: ApiClient, results: ActivityResults, of: DashboardOf): Promise<MethodDashboard>;
  /** The same of the votes that a filter lets through; absent where there is nothing to show. @param results with the figures of these */
  filtered?(results: ActivityResults, of: DashboardOf): FilteredDashboard;
  /** Why nothing is shown of them, where there is more to say than that. */
  readonly whyNotWithin?: MessageKey;
  /** What is shown of earlier results; absent where nothing is. @param results as they stood @param of with their position */
  earlier?(results: ActivityResults, of: DashboardOf, api: ApiClient): EarlierDashboard | Promise<EarlierDashboard>;
  /** Why nothing is shown of them, where there is more to say than that. */
  readonly whyNotThen?: MessageKey;
  /** What would count for nothing if it were closed now, in a sentence; undefined where that is nothing. */
  lostAtClosing?(visit: Visit, activity: ActivityView): Promise<string | undefined>;
  /** What moderators should know before they leave a ballot of a closed activity out; absent where that is nothing. */
  readonly leftOutLate?: MessageKey;
}
