import { describe, expect, it } from '@jest/globals';
import { Heading } from './basics';
import { Form, TextField } from './forms';
import { Part, useIds } from './part';
import { html } from './rendering.fixture';

const state = { values: {}, errors: [{ field: 'text', message: 'Write something.' }], key: 'key-1' };

function Poll() {
  const id = useIds();
  return (
    <section aria-labelledby={id('poll')}>
      <Heading level={2} size="md" id={id('poll')}>
        Poll
      </Heading>
      <Form name="ballot" action="/here" state={state}>
        <TextField form="ballot" name="text" label="Text" state={state} />
      </Form>
    </section>
  );
}

const idsOf = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

describe('a part of a page', () => {
  it('may stand there twice: no id does, and each error leads to the field of its own form', () => {
    const page = html(
      <>
        <Part name="a1">
          <Poll />
        </Part>
        <Part name="a2">
          <Poll />
        </Part>
      </>,
    );
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('<form method="post" action="/here" novalidate class="form" id="a2-ballot"');
    expect(page).toContain('href="#a2-ballot-text"');
    expect(page).toMatch(/<label class="ds-label" for="a2-ballot-text"[\s\S]*<input[^>]*id="a2-ballot-text"/);
  });

  it('changes no id of what stands alone', () => {
    expect(idsOf(html(<Poll />))).toEqual(['poll', 'ballot', 'ballot-text', 'ballot-text-error']);
  });

  it('has headings as deep as it stands', () => {
    const page = html(
      <Part name="a1" depth={1}>
        <Poll />
      </Part>,
    );
    expect(page).toContain('<h3 class="ds-heading " data-size="sm" id="a1-poll"');
  });
});
