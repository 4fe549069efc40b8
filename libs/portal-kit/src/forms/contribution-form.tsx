import type { ComponentChildren } from 'preact';
import type { MessageKey } from '@isegoria/texts';
import { Form, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';
import { SignInAside } from '../errors/error-pages';
import { mayWrite } from '../layout/section';
import { SignInFirst } from '../session/sign-in-first';

/** How much of a kind a person may still add. */
export interface Allowance {
  readonly most: number;
  readonly added: number;
  /** A sentence with `most` and `left`. */
  readonly words: MessageKey;
  /** What stands in place of the form when nothing is left; a sentence with `most`. */
  readonly usedUp: MessageKey;
}

/**
 * Room for something in one's own words: how much may be added is said before anybody writes. A form that was refused stays, with what was
 * typed, whatever the reason.
 */
export function ContributionForm(props: {
  name: string;
  action: string;
  state: FormState;
  isSignedIn: boolean;
  /** Where to come back to from signing in; absent: nothing invites to it here. */
  back?: string;
  label: string;
  hint: string;
  max: number;
  rows?: number;
  send: string;
  isMain?: boolean;
  /** Absent for a visitor. */
  allowance?: Allowance;
  /** Fields before the text, and behind it. */
  children?: ComponentChildren;
  behind?: ComponentChildren;
}) {
  const { t } = useTexts();
  const { name, state, isSignedIn, allowance } = props;
  if (!mayWrite({ isSignedIn, form: state })) return props.back === undefined ? null : <SignInFirst path={props.back} />;
  const left = allowance && Math.max(0, allowance.most - allowance.added);
  if (left === 0 && state.errors.length === 0) return <p>{t(allowance!.usedUp, { most: allowance!.most })}</p>;
  return (
    <Form name={name} action={props.action} state={state}>
      {allowance && <p class="meta">{t(allowance.words, { most: allowance.most, left: left! })}</p>}
      {props.children}
      <TextArea form={name} name="text" label={props.label} hint={props.hint} state={state} max={props.max} rows={props.rows} />
      {props.behind}
      <SubmitButton variant={props.isMain ? undefined : 'secondary'}>{props.send}</SubmitButton>
      {!isSignedIn && <SignInAside />}
    </Form>
  );
}
