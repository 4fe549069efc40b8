import {
  rootUnit,
  type ServiceCommentView,
  type ServiceFeedbackView,
  type ServiceInFeedback,
  type ServiceView,
} from '@isegoria/contracts';
import { daysFromNow, hostile, id, ids, water } from './sample-ids.fixture';

const english = {
  title: 'Have the water of a well tested',
  summary: 'We take a sample of your well and tell you whether the water is fit to drink.',
  eligibility: 'Everybody with a **well of their own** in the district.',
  needed: ['The address of the well', 'The number of your plot'],
  cost: '12 €',
  duration: 'Ten working days',
  office: 'Water office\nHarbour Street 4',
  post: null,
};

const arabic = {
  title: 'فحص مياه الآبار',
  summary: 'نأخذ عينة من بئركم ونخبركم هل ماؤها صالح للشرب.',
  eligibility: 'كل من لديه **بئر خاصة** في المنطقة.',
  needed: ['عنوان البئر', 'رقم قطعة الأرض'],
  cost: '١٢ €',
  duration: 'عشرة أيام عمل',
  office: 'مكتب المياه\nشارع الميناء ٤',
  post: null,
};

export const services: ServiceView[] = [
  {
    id: ids.service,
    unit: water,
    status: 'published',
    language: 'en',
    words: english,
    translations: [
      {
        language: 'ar',
        words: arabic,
        translatedAt: daysFromNow(-8),
        isOfOlderWords: true,
      },
    ],
    channels: {
      online: 'https://forms.example/wells',
      phone: '+251 11 555 0100',
      email: 'water@example.org',
      hours: [
        { day: 'monday', opens: '08:30', closes: '12:00' },
        { day: 'monday', opens: '13:30', closes: '16:00' },
        { day: 'thursday', opens: '08:30', closes: '18:00' },
      ],
    },
    lifeEvents: ['moving', 'building'],
    categories: ['topic.1f0c22aa'],
    publishedAt: daysFromNow(-9),
    revisedAt: daysFromNow(-3),
    version: 90,
    translationsVersion: 92,
  },
  {
    id: id(6002),
    unit: rootUnit,
    status: 'published',
    language: 'ar',
    words: {
      ...{ title: 'طلب بطاقة الحافلات', summary: 'بطاقة للتنقل في المدينة.', eligibility: 'الجميع.', needed: [], cost: 'مجانًا' },
      ...{ duration: 'يوم واحد', office: null, post: 'ص.ب. 4' },
    },
    translations: [],
    channels: { online: null, phone: null, email: null, hours: [] },
    lifeEvents: [],
    categories: [],
    publishedAt: daysFromNow(-19),
    revisedAt: daysFromNow(-19),
    version: 60,
    translationsVersion: 60,
  },
];

const feedback: ServiceFeedbackView = {
  serviceId: ids.service,
  smallestGroup: 10,
  counted: { yes: 82, partly: 9, no: 6 },
  notCounted: { yes: 7, partly: 4, no: 1 },
};
const [wells, card] = services.map(({ id: serviceId, unit, language, words }) => {
  return { serviceId, unit, language, titles: { [language]: words.title } };
});
const nobody = { yes: 0, partly: 0, no: 0 };

const rated: ServiceInFeedback[] = [
  { ...wells!, status: 'published', counted: feedback.counted!, notCounted: feedback.notCounted!, comments: 2 },
  { ...card!, status: 'withdrawn', counted: nobody, notCounted: nobody, comments: 0 },
];
const comments: ServiceCommentView[] = [
  {
    ...wells!,
    ...{ answer: 'partly', assurance: 'email', givenAt: daysFromNow(-1) },
    comment: `The number of my plot was on no paper that I have. ${hostile}`,
  },
  { ...wells!, answer: 'no', assurance: 'anonymous', givenAt: daysFromNow(-2), comment: 'لم يرد أحد على الهاتف.' },
];

const listOf = (items: readonly object[]) => ({ items, next: null, count: items.length });

/** What the API answers about services under a path; undefined where it knows none. */
export function servicesAt(path: string): object | undefined {
  const ofService = /^\/services\/([^/]+)\/(feedback|my-feedback)$/.exec(path);
  if (ofService?.[2] === 'feedback') return { ...feedback, serviceId: ofService[1] };
  if (ofService) return { answer: 'partly', comment: 'The form was long.' };
  if (path === '/service-feedback') return listOf(rated);
  if (path === '/service-comments') return listOf(comments);
  if (path === '/my-service-feedback') return listOf([]);
  if (path === '/services') return { items: services, next: null, count: services.length };
  if (path === '/service-units') return { units: services.map(({ unit }) => unit) };
  return services.find(({ id: of }) => path === `/services/${of}`);
}
