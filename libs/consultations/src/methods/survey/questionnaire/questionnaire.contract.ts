import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EntriesDiffer, HasNoPicture, IsInnermost, IsOneLine, IsPlainText, Nested, OrAbsent, type Shape } from '@isegoria/kernel';
import { fileSorts, mostMegabytes, type FileSort } from '../answer-file/file-sorts.pure';
import {
  optionId,
  questionId,
  questionKinds,
  questionnaireLimits as most,
  scaleStyles,
  type Condition,
  type QuestionKind,
  type ScaleStyle,
} from './questionnaire.pure';

export type { Answer, Answers, Condition, Question, QuestionKind, QuestionOption, Questionnaire, Section } from './questionnaire.pure';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** One question that is answered in some way; see {@link Condition}. */
@IsInnermost(['all', 'any', 'not'], most.conditionDepth)
export class ConditionAt1 {
  /** The id of an earlier question. */
  @OrAbsent() @IsString() @Matches(questionId) readonly question?: string;
  /** Holds where one of these options is chosen; `other` is what people write themselves. */
  @OrAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(most.options + 1)
  @IsString({ each: true })
  @Matches(optionId, { each: true })
  readonly isAnyOf?: readonly string[];
  /** Holds where a number or the step of a scale is at least this. */
  @OrAbsent() @IsNumber() readonly atLeast?: number;
  @OrAbsent() @IsNumber() readonly atMost?: number;
  /** Holds where it is answered, or with false where it is not. */
  @OrAbsent() @IsBoolean() readonly isAnswered?: boolean;
}

/** Conditions of others, which are no deeper than the class says. */
function conditionsOver(inner: Shape<Condition>) {
  class Joined extends ConditionAt1 {
    /** All of these hold. */
    @OrAbsent() @Nested(() => inner, { each: true }) @ArrayMinSize(1) @ArrayMaxSize(most.conditions) readonly all?: readonly Condition[];
    /** One of these holds. */
    @OrAbsent() @Nested(() => inner, { each: true }) @ArrayMinSize(1) @ArrayMaxSize(most.conditions) readonly any?: readonly Condition[];
    /** This one does not hold. */
    @OrAbsent() @Nested(() => inner) readonly not?: Condition;
  }
  return Joined as Shape<Condition>;
}

export class ConditionAt2 extends conditionsOver(ConditionAt1) {}
export class ConditionAt3 extends conditionsOver(ConditionAt2) {}
export class ConditionAt4 extends conditionsOver(ConditionAt3) {}

export class OptionOfQuestion {
  /** Lasting: it is what is counted. */
  @IsString() @Matches(optionId) readonly id: string;
  @IsOneLine() @MaxLength(most.optionLength) readonly text: string;
}

export class QuotaOfOption {
  /** The id of an option of the question, or `other`. */
  @IsString() @Matches(optionId) readonly option: string;
  /** So many responses with this answer are taken. */
  @IsInt() @Min(most.leastPlaces) @Max(most.mostPlaces) readonly most: number;
}

export class ScaleOfQuestion {
  @IsIn(scaleStyles) readonly style: ScaleStyle;
  @IsInt() @Min(0) @Max(100) readonly from: number;
  @IsInt() @Min(0) @Max(100) readonly to: number;
  /** What the lowest one means. */
  @OrAbsent() @IsOneLine() @MaxLength(most.labelLength) readonly fromLabel?: string;
  @OrAbsent() @IsOneLine() @MaxLength(most.labelLength) readonly toLabel?: string;
  /** A word for each step, from the lowest to the highest. */
  @OrAbsent()
  @IsArray()
  @ArrayMaxSize(most.steps)
  @IsOneLine({ each: true })
  @MaxLength(most.labelLength, { each: true })
  readonly steps?: readonly string[];
}

/** A question; which of its fields may be there depends on its kind. */
export class QuestionOfSurvey {
  /** Lasting: answers are kept under it. */
  @IsString() @Matches(questionId) readonly id: string;
  @IsIn(questionKinds) readonly kind: QuestionKind;
  @IsOneLine() @MaxLength(most.questionLength) readonly text: string;
  @OrAbsent() @IsPlainText() @MaxLength(most.hintLength) readonly hint?: string;
  /** Markdown, in a box below the question: what is worth knowing before answering. */
  @OrAbsent() @IsPlainText() @MaxLength(most.textLength) @HasNoPicture() readonly fact?: string;
  @IsBoolean() readonly isRequired: boolean;
  /** Of a choice or a ranking; the columns of a matrix. */
  @OrAbsent() @Nested(() => OptionOfQuestion, { each: true }) @ArrayMaxSize(most.options) readonly options?: readonly OptionOfQuestion[];
  /** Choices: whether people may write an answer of their own instead. */
  @OrAbsent() @IsBoolean() readonly hasOther?: boolean;
  /** Single choice: how many responses with an answer are taken, for some or all answers. */
  @OrAbsent() @Nested(() => QuotaOfOption, { each: true }) @ArrayMaxSize(most.options + 1) readonly quotas?: readonly QuotaOfOption[];
  /** Of a matrix. */
  @OrAbsent() @Nested(() => OptionOfQuestion, { each: true }) @ArrayMaxSize(most.rows) readonly rows?: readonly OptionOfQuestion[];
  @OrAbsent() @Nested(() => ScaleOfQuestion) readonly scale?: ScaleOfQuestion;
  /** Multiple choice and ranking: how many options; a number: how large. */
  @OrAbsent() @IsNumber() readonly atLeast?: number;
  @OrAbsent() @IsNumber() readonly atMost?: number;
  /** The first day that may be answered, such as `2026-03-01`. */
  @OrAbsent() @IsString() @Matches(day) readonly earliest?: string;
  @OrAbsent() @IsString() @Matches(day) readonly latest?: string;
  /** Texts: how many characters. */
  @OrAbsent() @IsInt() @Min(1) @Max(most.longText) readonly maxLength?: number;
  /** Files: which are taken; all when absent. */
  @OrAbsent() @IsArray() @ArrayMinSize(1) @EntriesDiffer() @IsIn(fileSorts, { each: true }) readonly files?: readonly FileSort[];
  /** Files: how large one may be, in megabytes; the most when absent. */
  @OrAbsent() @IsInt() @Min(1) @Max(mostMegabytes) readonly megabytes?: number;
  /** Whether the options are shown in random order, the same on all pages for one person. */
  @OrAbsent() @IsBoolean() readonly isShuffled?: boolean;
  /** When it is asked; always when absent. */
  @OrAbsent() @Nested(() => ConditionAt4) readonly when?: ConditionAt4;
}

/** A page of the form. */
export class SectionOfSurvey {
  @OrAbsent() @IsOneLine() @MaxLength(most.titleLength) readonly title?: string;
  /** Markdown. */
  @OrAbsent() @IsPlainText() @MaxLength(most.textLength) @HasNoPicture() readonly text?: string;
  @Nested(() => QuestionOfSurvey, { each: true }) @ArrayMaxSize(most.questions) readonly questions: readonly QuestionOfSurvey[];
}

export class QuestionnaireOfSurvey {
  @Nested(() => SectionOfSurvey, { each: true }) @ArrayMaxSize(most.sections) readonly sections: readonly SectionOfSurvey[];
}
