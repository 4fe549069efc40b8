import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPlainText, Nested, OrNull, limits } from '@isegoria/kernel';
import { CountByAssurance, type ByAssurance } from '../../results/by-assurance.contract';

export class PollDraft {
  /** Polls: the options, in order. */
  @IsOptional()
  @IsArray()
  @ArrayUnique() // checked last: it compares all with all
  @ArrayMinSize(limits.optionsMin)
  @ArrayMaxSize(limits.optionsMax)
  @IsPlainText({ each: true })
  @MaxLength(limits.optionLength, { each: true })
  options?: string[];

  /** Polls: whether several options may be chosen; false when absent. */
  @IsOptional()
  @IsBoolean()
  multiple?: boolean;
}

export class PollOptionView {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
}
export class PollView {
  @IsBoolean() readonly multiple: boolean;
  @Nested(() => PollOptionView, { each: true }) readonly options: readonly PollOptionView[];
}
export class PollSettingsView {
  @OrNull() @Nested(() => PollView) readonly poll: PollView | null;
}

export class OptionResult {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
  @IsInt() readonly votes: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

export class PollResults {
  /** Polls. */
  @Nested(() => OptionResult, { each: true }) readonly options: readonly OptionResult[];
}
