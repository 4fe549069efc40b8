import { isUUID } from 'class-validator';
import type { PipeTransform } from '@nestjs/common';
import { Rejection, type RejectionCode } from '@isegoria/contracts';

/** Reads an id from a path: what is no UUID names nothing, so it is not found. Ids are lower-case, however they were typed. */
export class PathId implements PipeTransform<string, string> {
  constructor(private readonly unknown: RejectionCode) {}

  transform(value: string): string {
    if (!isUUID(value)) throw new Rejection(this.unknown);
    return value.toLowerCase();
  }
}

export const consultationId = new PathId('CONSULTATION_NOT_FOUND');
export const statementId = new PathId('STATEMENT_NOT_FOUND');
export const questionId = new PathId('QUESTION_NOT_FOUND');
export const pageId = new PathId('PAGE_NOT_FOUND');
export const accountId = new PathId('ACCOUNT_NOT_FOUND');
export const eventId = new PathId('RECEIPT_NOT_FOUND');
export const commentId = new PathId('NOT_FOUND');
export const exportId = new PathId('NOT_FOUND');
