import { askedOnPage, type PageConditions } from './page-conditions.pure';

/**
 * Shows and hides the questions of a page of a survey as somebody answers. Without it the page asks what is new when it is saved, and the
 * server alone decides what counts.
 */
const status = document.querySelector<HTMLElement>('[data-conditions]');
const form = status?.closest('form');
if (status && form) {
  const conditions = JSON.parse(status.dataset['conditions']!) as PageConditions;
  const values = (name: string) => new FormData(form).getAll(name).map(String);
  const value = (name: string) => values(name)[0] ?? '';
  const update = () => {
    const asked = askedOnPage(conditions, { typed: value, ticked: value, list: values });
    let [more, less] = [false, false];
    for (const question of form.querySelectorAll<HTMLElement>('[data-question]')) {
      const isHidden = !asked.has(question.dataset['question']!);
      if (question.hidden === isHidden) continue;
      if (isHidden) less = true;
      else more = true;
      question.hidden = isHidden;
    }
    const sent = form.querySelector<HTMLInputElement>('input[name="asked"]');
    if (sent) sent.value = conditions.here.filter((id) => asked.has(id)).join(' ');
    if (more || less) status.textContent = (more ? status.dataset['more'] : status.dataset['less']) ?? '';
  };
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  // A browser that goes back fills the form in again.
  window.addEventListener('pageshow', update);
}
