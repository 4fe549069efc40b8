/**
 * The closed list of reasons for which the platform refuses something, each with its HTTP status (RFC 9110).
 * A code never changes its meaning; a new reason is a new code, and a message in every language.
 */
export const rejections = {
  MALFORMED_JSON: 400,
  MALFORMED_REQUEST: 400,
  VALIDATION_FAILED: 400,
  UNKNOWN_FIELD: 400,
  UNKNOWN_PARAMETER: 400,
  SIGN_IN_REQUIRED: 401,
  SESSION_EXPIRED: 401,
  WRONG_CREDENTIALS: 401,
  CODE_REQUIRED: 401,
  WRONG_CODE: 401,
  FORBIDDEN_ROLE: 403,
  SECOND_FACTOR_REQUIRED: 403,
  NOT_YOURS: 403,
  SUSPENDED: 403,
  FORBIDDEN_ORIGIN: 403,
  NOT_FOUND: 404,
  CONSULTATION_NOT_FOUND: 404,
  ACTIVITY_NOT_FOUND: 404,
  UNIT_NOT_FOUND: 404,
  CATEGORY_NOT_FOUND: 404,
  STATEMENT_NOT_FOUND: 404,
  OPTION_NOT_FOUND: 404,
  BALLOT_NOT_FOUND: 404,
  QUESTION_NOT_FOUND: 404,
  PAGE_NOT_FOUND: 404,
  SERVICE_NOT_FOUND: 404,
  ACCOUNT_NOT_FOUND: 404,
  FILE_NOT_FOUND: 404,
  RECEIPT_NOT_FOUND: 404,
  NOT_RECORDED_YET: 404,
  NOT_OPEN_THEN: 404,
  METHOD_NOT_ALLOWED: 405,
  ALREADY_DONE: 409,
  CONSULTATION_NOT_OPEN: 409,
  CONSULTATION_CLOSED: 409,
  CONSULTATION_NOT_CLOSED: 409,
  CONSULTATION_BEGUN: 409,
  CONSULTATION_ANSWERED: 409,
  NO_DRAFT: 409,
  OUTCOME_MISSING: 409,
  RESULTS_HIDDEN: 409,
  TITLE_STAYS: 409,
  TEST_OVER: 409,
  QUESTIONS_LOCKED: 409,
  TRANSLATION_STANDS: 409,
  WRONG_METHOD: 409,
  TEXT_CHANGED: 409,
  UNIT_CLOSED: 409,
  CATEGORY_WITHDRAWN: 409,
  STATEMENT_NOT_ACCEPTED: 409,
  COMMENT_HIDDEN: 409,
  QUESTION_HIDDEN: 409,
  STATEMENT_ALREADY_MODERATED: 409,
  ALREADY_VOTED_ON: 409,
  VOTED_ON_SINCE: 409,
  DECISION_STANDS: 409,
  ALREADY_ANSWERED: 409,
  HIDDEN_BY_MODERATOR: 409,
  OWN_CONTRIBUTION: 409,
  STILL_SHOWN: 409,
  STILL_HIDDEN: 409,
  OWN_DECISION: 409,
  OWN_DRAFT: 409,
  OWN_ENTRY: 409,
  FORM_ENTERED: 409,
  REVIEW_MISSING: 409,
  PAGE_NOT_PUBLISHED: 409,
  STAYS_AS_CHECKED: 409,
  ZONE_CHANGED: 409,
  REVIEW_NOT_ASKED: 409,
  ALREADY_SUSPENDED: 409,
  SUSPENSION_OVER: 409,
  EDIT_TIME_OVER: 409,
  WITHDRAWN: 409,
  BALLOT_EXCLUDED: 409,
  ALLOWANCE_USED_UP: 409,
  OWN_ADMINISTRATOR_ROLE: 409,
  TOO_MANY_TEMPLATES: 409,
  ADDRESS_TAKEN: 409,
  PAGE_BELOW_ITSELF: 409,
  PAGES_BELOW: 409,
  NO_ROOM_BELOW: 409,
  CONFLICT: 409,
  LINK_USED_ELSEWHERE: 409,
  CONFIRMATION_INVALID: 410,
  LINK_REVOKED: 410,
  ACCOUNT_ERASED: 410,
  EXPORT_EXPIRED: 410,
  PAGE_WITHDRAWN: 410,
  SERVICE_WITHDRAWN: 410,
  FILE_WITHDRAWN: 410,
  VERSION_CHANGED: 412,
  BODY_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  FILE_KIND_NOT_TAKEN: 415,
  FILE_KIND_NOT_ASKED: 415,
  MISDIRECTED_REQUEST: 421,
  SINGLE_CHOICE_ONLY: 422,
  TRANSLATION_ALIKE: 422,
  DATES_IN_WRONG_ORDER: 422,
  COLOUR_HARD_TO_READ: 422,
  RECEIPT_INVALID: 422,
  FILE_EMPTY: 422,
  FILE_NOT_AS_NAMED: 422,
  PICTURE_UNREADABLE: 422,
  PICTURE_EXPECTED: 422,
  ALTERNATIVE_TEXT_MISSING: 422,
  EVIDENCE_MISSING: 422,
  NOTE_MISSING: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNTRUSTED_SENDER: 500,
  UNAVAILABLE: 503,
} as const;

export type RejectionCode = keyof typeof rejections;

/** What is wrong with a field: `constraint` names the rule, `limit` its number where it has one. */
export interface FieldFault {
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Why it is refused, where that is not what the rejection says. */
  readonly code?: RejectionCode;
}

/** A change that stands. */
export interface Changed {
  /** When it was recorded, RFC 3339. */
  readonly at: string;
  /** The first eight digits of the account of an official, as on the page of what officials did; null for anybody else. */
  readonly official: string | null;
}

/** A suspension in force, as far as the public record says it. */
export interface StandingSuspension {
  /** UTC. */
  readonly until: string;
  /** In which role somebody ordered it; null where the record does not say. */
  readonly orderedAs: SuspendingRole | null;
  readonly reason: string;
  readonly isAppealed: boolean;
}
/** In which roles somebody may suspend. */
export const suspendingRoles = ['moderator', 'administrator'] as const;
export type SuspendingRole = (typeof suspendingRoles)[number];

/** What a rejection says besides its code. `params` fill the placeholders of the message; none may be personal. */
export interface RejectionDetails {
  /** The field at fault, as the sender named it. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Further fields at fault, after the first. */
  readonly further?: readonly FieldFault[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  /** Who was first, where somebody else was. */
  readonly changed?: Changed;
  /** What stands, where an account is suspended already. */
  readonly suspension?: StandingSuspension;
}

/** Thrown by deciders and controllers when a rule of the domain says no. */
export class Rejection extends Error {
  constructor(
    readonly code: RejectionCode,
    readonly details: RejectionDetails = {},
  ) {
    super(code);
    this.name = 'Rejection';
  }

  get status(): number {
    return rejections[this.code];
  }
}

/**
 * What a rule refuses, for a decider to throw: refused before it, the retry of a command that was taken would not get its first answer.
 */
export function refusalOf(rule: () => void): Rejection | undefined {
  try {
    rule();
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** Gathers what several rules refuse, so that all of it is said at once. */
export class Faults {
  private readonly found: Rejection[] = [];

  /** What a rule gives, or undefined where it refuses. */
  of<T>(rule: () => T): T | undefined {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.found.push(error);
      return undefined;
    }
  }

  /** Whether as many are found as are named. */
  get isFull(): boolean {
    return this.found.length >= mostFaults;
  }

  /** @throws Rejection the first that is about no field; otherwise the first of all, with the fields of the others */
  refuse(): void {
    const [first, ...others] = this.found;
    if (!first) return;
    const ofNone = this.found.find(({ details }) => details.field === undefined);
    if (ofNone) throw ofNone;
    const all = [first, ...others].flatMap((one) => faultsOf(one));
    const further = all.slice(1).filter((fault, at) => !all.slice(0, at + 1).some((before) => isSame(before, fault)));
    throw further.length === 0 ? first : new Rejection(first.code, { ...first.details, further: further.slice(0, mostFaults - 1) });
  }
}

/**
 * What a rule gives for each entry of a list, which it is told by the field that names it: `options[3]`.
 * @throws Rejection with every entry that the rule refuses
 */
export function forEachEntry<T, R>(field: string, entries: readonly T[], rule: (entry: T, field: string, at: number) => R): R[] {
  const faults = new Faults();
  const given: R[] = [];
  for (const [at, entry] of entries.entries()) {
    if (faults.isFull) break;
    given.push(faults.of(() => rule(entry, `${field}[${at}]`, at)) as R);
  }
  faults.refuse();
  return given;
}

/** How many fields at fault are named: enough for any form, and no list that somebody else can make long. */
export const mostFaults = 20;

const isSame = (one: FieldFault, other: FieldFault) =>
  one.field === other.field && one.code === other.code && one.params['constraint'] === other.params['constraint'];

function faultsOf({ code, details: { field, params = {}, further = [] } }: Rejection): FieldFault[] {
  return [{ field: field!, params }, ...further].map((fault) => ({ code, ...fault }));
}

/** What is wrong with one field (RFC 9457, section 3, has such a list in its example). */
export interface FieldProblem {
  readonly field: string;
  readonly detail: string;
  /** Why it is refused, where that is not the code of the problem. */
  readonly code?: RejectionCode;
  /** The rule that it breaks, such as `maxLength`, and the number in that rule. */
  readonly constraint?: string;
  readonly limit?: number;
}

/** RFC 9457 problem details, as every error of the API is given. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RejectionCode;
  readonly detail: string;
  readonly field?: string;
  /** Every field at fault, the first among them; present for VALIDATION_FAILED, and where there are several. */
  readonly errors?: readonly FieldProblem[];
  /** Who was first; present for VERSION_CHANGED where the log says it. */
  readonly changed?: Changed;
  /** What stands; present for ALREADY_SUSPENDED. */
  readonly suspension?: StandingSuspension;
  /** Seconds after which it is worth trying again, as in the header `Retry-After`; present for TOO_MANY_REQUESTS. */
  readonly retryAfter?: number;
  /** Present for INTERNAL: the id under which the operator finds the cause. */
  readonly instance?: string;
}
