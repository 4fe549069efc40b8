import { describe, expect, it } from '@jest/globals';
import type { FormState } from './fields';
import { Choices, Form, TextArea, TextField } from './forms';
import { hostile, html } from './rendering.fixture';

const state = (overrides: Partial<FormState> = {}): FormState => ({ values: {}, errors: [], key: 'key-1', ...overrides });

describe('a form', () => {
  it('links each error to its field, which says the error too', () => {
    const wrong = state({ errors: [{ field: 'title', message: 'Enter a title.' }] });
    const page = html(
      <Form name="page" action="/here" state={wrong}>
        <TextField form="page" name="title" label="Title" hint="Short." state={wrong} />
      </Form>,
    );
    expect(page).toContain('role="alert"');
    expect(page).toContain('href="#page-title"');
    expect(page).toMatch(/<input[^>]*id="page-title"[^>]*aria-invalid="true"[^>]*aria-describedby="page-title-hint page-title-error"/);
    expect(page).toContain('id="page-title-error"');
  });

  it('shows what was typed, whatever it was, as text', () => {
    const typed = state({ values: { text: hostile, title: hostile } });
    const page = html(
      <Form name="f" action="/here" state={typed}>
        <TextField form="f" name="title" label={hostile} state={typed} />
        <TextArea form="f" name="text" label="Text" state={typed} />
      </Form>,
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.match(/&lt;script>alert\(1\)/g)).toHaveLength(3);
  });

  it('never sends a password back', () => {
    const typed = state({ values: { password: 'correct horse' } });
    expect(html(<TextField form="f" name="password" type="password" label="Password" state={typed} />)).not.toContain('correct horse');
  });

  it('carries its idempotency key and is not checked by the browser first', () => {
    const page = html(<Form name="f" action="/here" state={state()} children={null} />);
    expect(page).toContain('<input type="hidden" name="key" value="key-1"');
    expect(page).toMatch(/<form[^>]*novalidate/i);
  });

  it('marks what was chosen, with one name for all and a label for each', () => {
    const page = html(
      <Choices
        form="f"
        name="options"
        legend="Choose"
        multiple
        choices={[
          { value: 'a', label: 'First' },
          { value: 'b', label: 'Second' },
        ]}
        chosen={['b']}
        state={state()}
      />,
    );
    expect(page.match(/type="checkbox"/g)).toHaveLength(2);
    expect(page).toMatch(/value="b"[^>]*checked/);
    expect(page).not.toMatch(/value="a"[^>]*checked/);
    expect(page).toContain('for="f-options"');
    expect(page).toContain('for="f-options-1"');
  });

  it('marks the one at fault, to which the summary leads; of several lists that fill one field, only in its own', () => {
    const wrong = state({ errors: [{ field: 'options', message: 'Withdrawn.', chosen: ['b'] }] });
    const list = (part: string, ...values: string[]) => (
      <Choices
        {...{ form: 'f', name: 'options', legend: 'Choose', multiple: true, part, chosen: ['a', 'b'], state: wrong }}
        choices={values.map((value) => ({ value, label: value }))}
      />
    );
    const page = html(
      <>
        {list('p1', 'a', 'b')}
        {list('p2', 'c')}
      </>,
    );
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(page).toMatch(/value="b" id="f-options"[^>]*aria-invalid="true" aria-describedby="f-options-p1-error"/);
    expect(page.match(/Withdrawn\./g)).toHaveLength(1);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a limit', () => {
  it('is said at its field once it is near, and nothing that is pasted is cut', () => {
    const page = html(<TextArea form="f" name="text" label="Text" state={state()} max={2_000} />);
    expect(page).toMatch(/<textarea[^>]*data-max="2000"[^>]*aria-describedby="f-text-most"/);
    expect(page).toContain('id="f-text-most" hidden>At most 2,000 characters.');
    const near = html(<TextArea form="f" name="text" label="Text" state={state({ values: { text: 'x'.repeat(1_600) } })} max={2_000} />);
    expect(near).toContain('id="f-text-most">At most 2,000 characters.');
    expect(page.toLowerCase()).not.toContain('maxlength');
  });

  it('of a password is said with what else it has to be', () => {
    expect(html(<TextField form="f" name="p" type="password" label="Password" state={state()} max={200} />)).not.toContain('At most');
  });
});
