import { IsArray, IsString } from 'class-validator';

/** The units that something of a kind belongs to: those to which its lists can be narrowed, besides the ones above them. */
export class UnitsInUse {
  @IsArray() @IsString({ each: true }) readonly units: readonly string[];
}

export class ShowUnitsInUse {}
