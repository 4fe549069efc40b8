import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejection, type ConsultationResults, type OpinionMap } from '@isegoria/contracts';
import { SubjectKeys } from '@isegoria/privacy';
import { consultationResults, opinionMap } from '@isegoria/read-models';
import { ReadPosition } from '../reading/read-position';
import { Broadcasts } from '../request/broadcasts';
import { AnswersByConsultation } from './answers-by-consultation';
import { visibleConsultation } from './visible-consultation';

/** The results of each consultation, as everybody sees them. */
@Injectable()
export class Results extends AnswersByConsultation {
  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(SubjectKeys) keys: SubjectKeys,
    @Inject(ReadPosition) readPosition: ReadPosition,
    @Inject(Broadcasts) broadcasts: Broadcasts,
  ) {
    const compute = async (id: string): Promise<ConsultationResults> => {
      await visibleConsultation(dataSource, id, undefined);
      return found(await consultationResults(dataSource, keys, id));
    };
    super(compute, readPosition, broadcasts);
  }
}

/** The opinion map of each deliberation; other consultations have none. */
@Injectable()
export class OpinionMaps extends AnswersByConsultation {
  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(ReadPosition) readPosition: ReadPosition,
    @Inject(Broadcasts) broadcasts: Broadcasts,
  ) {
    const compute = async (id: string): Promise<OpinionMap> => {
      await visibleConsultation(dataSource, id, undefined);
      return found(await opinionMap(dataSource, id));
    };
    super(compute, readPosition, broadcasts);
  }
}

function found<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Rejection('NOT_FOUND');
  return answer;
}
