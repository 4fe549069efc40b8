import { milestonesInOtherLanguages } from './air-milestones';
import { airOutcomeInOtherLanguages } from './air-outcome';
import { airThemeInOtherLanguages } from './air-wishes';
import { airAnnotations, airDraft, airMeasures, airMotion, airSurvey, airTalk, cleanAir } from './clean-air-words';

/** The same words in other languages, by the words in English; what is not here stands in English. */
export const airInOtherLanguages: Readonly<Record<'fr' | 'ar', Readonly<Record<string, string>>>> = {
  fr: {
    ...airOutcomeInOtherLanguages.fr,
    ...airThemeInOtherLanguages.fr,
    ...milestonesInOtherLanguages.fr,
    [cleanAir.title]: 'Que doit dire la loi sur l’air pur ?',
    [cleanAir.summary]:
      'Ce que les gens ont répondu, classé et écrit au sujet de l’avant-projet, ce que le ministère en a fait et où en sont les suites.',
    [cleanAir.description]:
      'L’air de nos villes est plus pur qu’autrefois, mais il rend encore malade. Le ministère prépare une loi sur l’air pur.\n\n' +
      'Il y a cinq façons de participer, chacune en quelques minutes :\n\n' +
      '- **répondre à des questions** sur l’air là où vous vivez\n' +
      '- **classer cinq mesures** selon vos préférences\n' +
      '- **voter oui ou non** sur la place de la limite\n' +
      '- **commenter l’avant-projet**, paragraphe par paragraphe\n' +
      '- **voter sur des affirmations**, et en ajouter\n\n' +
      'Tous les chiffres de cette consultation sont inventés pour la démonstration.',
    [cleanAir.contact]: 'Direction de l’environnement, air@example.org',
    [cleanAir.decidedBy]: 'Le Parlement, sur proposition du ministère',
    [cleanAir.decidedWhen]: 'Lors de la session qui suit la clôture de la consultation',
    [cleanAir.picture.alt]: 'Une ville sous un ciel clair, avec des arbres, des éoliennes et un vélo',
    [airAnnotations[0].answer.text]:
      'La limite commence à 25, pour que les villes aient le temps d’agir, et descend à 20 en cinq ans. Nous le dirons dans ce paragraphe.',
    [airAnnotations[1].answer.text]:
      'Les petites villes ont aussi des rues très fréquentées. La prochaine version de l’avant-projet dit 10 000.',
    [airSurvey.title]: 'L’air là où vous vivez',
    [airMeasures.title]: 'Quelles mesures d’abord ?',
    [airMeasures.options[0]]: 'Une zone à faibles émissions dans chaque grande ville',
    [airMeasures.options[1]]: 'Des bus et des trains moins chers',
    [airMeasures.options[2]]: 'Une aide pour remplacer les vieux poêles',
    [airMeasures.options[3]]: 'Du courant à quai pour les navires',
    [airMeasures.options[4]]: 'Plus de stations de mesure, avec des chiffres publics',
    [airMotion.title]:
      'La limite pour les particules fines doit figurer dans la loi elle-même, afin que seul le parlement puisse la modifier.',
    [airTalk.title]: 'Ce qui compte pour vous',
    [airTalk.statements[0]!.text]:
      'Les enfants doivent respirer un air pur sur tous les chemins de l’école, même si certaines rues sont fermées aux voitures.',
    [airTalk.statements[1]!.text]: 'Les vieilles voitures doivent rester permises à ceux qui n’ont pas les moyens d’en changer.',
    [airTalk.statements[2]!.text]: 'Chaque station de mesure doit publier ses chiffres dans l’heure.',
    [airTalk.statements[3]!.text]: 'Ceux qui se chauffent au bois ont besoin de dix ans pour changer.',
    [airDraft.title]: 'L’avant-projet de loi',
    'Your surroundings': 'Votre environnement',
    'Five questions, about three minutes. Nobody sees your answers beside your name.':
      'Cinq questions, environ trois minutes. Personne ne voit vos réponses à côté de votre nom.',
    'How good is the air where you live?': 'Comment est l’air là où vous vivez ?',
    'Very bad': 'Très mauvais',
    'Very good': 'Très bon',
    'What bothers you most?': 'Qu’est-ce qui vous gêne le plus ?',
    'Road traffic': 'La circulation',
    'Wood and coal stoves': 'Les poêles à bois et à charbon',
    'Industry and harbours': 'L’industrie et les ports',
    Nothing: 'Rien',
    'Getting about': 'Vos déplacements',
    'How do you get about in a usual week?': 'Comment vous déplacez-vous au cours d’une semaine ordinaire ?',
    'On foot': 'À pied',
    'By bicycle': 'À vélo',
    'By bus, tram or train': 'En bus, en tram ou en train',
    'By car': 'En voiture',
    'Would you change to an electric car within five years?': 'Passeriez-vous à une voiture électrique d’ici cinq ans ?',
    'Asked of people who drive.': 'Cette question est posée aux personnes qui conduisent.',
    Yes: 'Oui',
    'If it cost less': 'Si elle coûtait moins cher',
    No: 'Non',
    'What should the act do first?': 'Que doit faire la loi en premier ?',
    Purpose: 'Objet',
    'This act protects people from polluted air, first of all children, the old and the ill.':
      'La présente loi protège les personnes contre l’air pollué, en premier lieu les enfants, les personnes âgées et les ' + 'malades.',
    'It applies to the air outside, wherever people live, learn and work.':
      'Elle s’applique à l’air extérieur, partout où l’on vit, apprend et travaille.',
    Limits: 'Valeurs limites',
    'On no day may the air in a town have more than 25 micrograms of fine dust in a cubic metre.':
      'Aucun jour, l’air d’une ville ne peut contenir plus de 25 microgrammes de particules fines par mètre cube.',
    'On no day may the air in a town have more than 25 micrograms of fine dust in a cubic metre, and after five years no more than 20.':
      'Aucun jour, l’air d’une ville ne peut contenir plus de 25 microgrammes de particules fines par mètre cube, ni plus de 20 au bout ' +
      'de cinq ans.',
    'There is a measuring station in every town with more than 10,000 people.':
      'Chaque ville de plus de 10 000 habitants a une station de mesure.',
    'The ministry reports to parliament every year on the air of every town.':
      'Le ministère rend compte chaque année au parlement de l’air de chaque ville.',
    'Many of you asked for a lower limit and for stations in smaller towns. This version follows both.':
      'Vous avez été nombreux à demander une limite plus basse et des stations dans les petites villes. Cette version suit les deux.',
    'The ministry lowers the limit by one microgram a year until it is 15.':
      'Le ministère abaisse cette limite d’un microgramme par an, jusqu’à 15.',
    Measuring: 'Mesures',
    'There is a measuring station in every town with more than 20,000 people.':
      'Chaque ville de plus de 20 000 habitants a une station de mesure.',
    'Its figures are published within one day, so that anybody can read and reuse them.':
      'Ses chiffres sont publiés dans la journée, afin que chacun puisse les lire et les réutiliser.',
    'Low-emission zones': 'Zones à faibles émissions',
    'A town where the limit is exceeded on more than 18 days a year sets up a low-emission zone.':
      'Une ville où la limite est dépassée plus de 18 jours par an crée une zone à faibles émissions.',
    'Vehicles that serve people with disabilities, and emergency services, may enter every zone.':
      'Les véhicules au service des personnes handicapées et les services de secours peuvent entrer dans toutes les zones.',
    Stoves: 'Poêles',
    'Stoves for wood and coal that were built before 1995 are taken out of use by the end of 2030.':
      'Les poêles à bois et à charbon construits avant 1995 sont mis hors service d’ici la fin de 2030.',
    'Whoever replaces such a stove has a right to a grant of half of the cost.':
      'Quiconque remplace un tel poêle a droit à une aide égale à la moitié du coût.',
    'Entry into force': 'Entrée en vigueur',
    'This act enters into force on the first day of the year after it is published.':
      'La présente loi entre en vigueur le premier jour de l’année qui suit sa publication.',
  },
  ar: {
    ...airOutcomeInOtherLanguages.ar,
    ...airThemeInOtherLanguages.ar,
    ...milestonesInOtherLanguages.ar,
    [cleanAir.title]: 'ماذا ينبغي أن ينص عليه قانون الهواء النقي؟',
    [cleanAir.summary]: 'ما أجاب به الناس ورتبوه وكتبوه عن مسودة القانون، وما استخلصته الوزارة منه، وما أُنجز منذ ذلك الحين.',
    [cleanAir.description]:
      'هواء مدننا أنقى مما كان، لكنه ما زال يُمرض الناس. وتُعدّ الوزارة قانونًا للهواء النقي.\n\n' +
      'هناك خمس طرق للمشاركة، لا تستغرق كل منها سوى دقائق:\n\n' +
      '- **الإجابة عن أسئلة** حول الهواء حيث تعيش\n' +
      '- **ترتيب خمسة تدابير** بحسب رغبتك فيها\n' +
      '- **التصويت بنعم أو لا** على موضع الحد\n' +
      '- **التعليق على المسودة** فقرةً فقرة\n' +
      '- **التصويت على عبارات**، وإضافة عباراتك\n\n' +
      'جميع الأرقام في هذه الاستشارة مختلقة لغرض العرض.',
    [cleanAir.contact]: 'مديرية البيئة، air@example.org',
    [cleanAir.decidedBy]: 'البرلمان، بناءً على اقتراح الوزارة',
    [cleanAir.decidedWhen]: 'في الدورة التي تلي إغلاق الاستشارة',
    [cleanAir.picture.alt]: 'بلدة تحت سماء صافية، مع أشجار وتوربينات رياح ودراجة',
    [airAnnotations[0].answer.text]:
      'يبدأ الحد عند 25 كي يتسع الوقت أمام المدن للعمل، وينخفض إلى 20 في غضون خمس سنوات. وسنقول ذلك في هذه الفقرة.',
    [airAnnotations[1].answer.text]: 'في المدن الصغيرة أيضًا شوارع مزدحمة. وتقول النسخة التالية من المشروع: 10,000.',
    [airSurvey.title]: 'الهواء حيث تعيش',
    [airMeasures.title]: 'أي التدابير أولًا؟',
    [airMeasures.options[0]]: 'منطقة منخفضة الانبعاثات في كل مدينة كبيرة',
    [airMeasures.options[1]]: 'حافلات وقطارات أرخص',
    [airMeasures.options[2]]: 'منحة لاستبدال المواقد القديمة',
    [airMeasures.options[3]]: 'كهرباء من الرصيف للسفن في الميناء',
    [airMeasures.options[4]]: 'محطات قياس أكثر، أرقامها متاحة للجميع',
    [airMotion.title]: 'ينبغي أن ينص القانون نفسه على حد الغبار الدقيق، حتى لا يستطيع تعديله إلا البرلمان.',
    [airTalk.title]: 'ما الذي يهمك',
    [airTalk.statements[0]!.text]: 'ينبغي أن يتنفس الأطفال هواءً نقيًا في كل طريق إلى المدرسة، حتى لو أُغلقت بعض الشوارع أمام السيارات.',
    [airTalk.statements[1]!.text]: 'ينبغي أن تبقى السيارات القديمة مسموحًا بها لمن لا يقدر على شراء جديدة.',
    [airTalk.statements[2]!.text]: 'ينبغي أن تنشر كل محطة قياس أرقامها خلال ساعة.',
    [airTalk.statements[3]!.text]: 'من يتدفأ بالحطب يحتاج إلى عشر سنوات ليغيّر.',
    [airDraft.title]: 'مسودة القانون',
    'Your surroundings': 'محيطك',
    'Five questions, about three minutes. Nobody sees your answers beside your name.':
      'خمسة أسئلة، نحو ثلاث دقائق. لا يرى أحد إجاباتك مقرونة باسمك.',
    'How good is the air where you live?': 'ما جودة الهواء حيث تعيش؟',
    'Very bad': 'سيئة جدًا',
    'Very good': 'جيدة جدًا',
    'What bothers you most?': 'ما أكثر ما يزعجك؟',
    'Road traffic': 'حركة السير',
    'Wood and coal stoves': 'مواقد الحطب والفحم',
    'Industry and harbours': 'الصناعة والموانئ',
    Nothing: 'لا شيء',
    'Getting about': 'تنقلاتك',
    'How do you get about in a usual week?': 'كيف تتنقل في أسبوع عادي؟',
    'On foot': 'سيرًا على الأقدام',
    'By bicycle': 'بالدراجة',
    'By bus, tram or train': 'بالحافلة أو الترام أو القطار',
    'By car': 'بالسيارة',
    'Would you change to an electric car within five years?': 'هل ستنتقل إلى سيارة كهربائية خلال خمس سنوات؟',
    'Asked of people who drive.': 'يُطرح هذا السؤال على من يقودون سيارة.',
    Yes: 'نعم',
    'If it cost less': 'إن كانت أقل كلفة',
    No: 'لا',
    'What should the act do first?': 'ما أول ما ينبغي أن يفعله القانون؟',
    Purpose: 'الغرض',
    'This act protects people from polluted air, first of all children, the old and the ill.':
      'يحمي هذا القانون الناس من الهواء الملوث، وفي مقدمتهم الأطفال وكبار السن والمرضى.',
    'It applies to the air outside, wherever people live, learn and work.': 'ويسري على الهواء الخارجي حيثما يعيش الناس ويتعلمون ويعملون.',
    Limits: 'الحدود',
    'On no day may the air in a town have more than 25 micrograms of fine dust in a cubic metre.':
      'لا يجوز في أي يوم أن يتجاوز الغبار الدقيق في هواء المدينة 25 ميكروغرامًا في المتر المكعب.',
    'On no day may the air in a town have more than 25 micrograms of fine dust in a cubic metre, and after five years no more than 20.':
      'لا يجوز في أي يوم أن يتجاوز الغبار الدقيق في هواء المدينة 25 ميكروغرامًا في المتر المكعب، ولا 20 بعد خمس سنوات.',
    'There is a measuring station in every town with more than 10,000 people.': 'توجد محطة قياس في كل مدينة يزيد سكانها على 10,000 نسمة.',
    'The ministry reports to parliament every year on the air of every town.':
      'تقدّم الوزارة إلى البرلمان كل سنة تقريرًا عن هواء كل مدينة.',
    'Many of you asked for a lower limit and for stations in smaller towns. This version follows both.':
      'طلب كثيرون منكم حدًّا أخفض ومحطات في المدن الأصغر، وهذه النسخة تستجيب للطلبين.',
    'The ministry lowers the limit by one microgram a year until it is 15.': 'تخفض الوزارة هذا الحد ميكروغرامًا واحدًا كل سنة حتى يبلغ 15.',
    Measuring: 'القياس',
    'There is a measuring station in every town with more than 20,000 people.': 'توجد محطة قياس في كل مدينة يزيد سكانها على 20,000 نسمة.',
    'Its figures are published within one day, so that anybody can read and reuse them.':
      'تُنشر أرقامها خلال يوم واحد ليتمكن أي شخص من قراءتها وإعادة استخدامها.',
    'Low-emission zones': 'المناطق المنخفضة الانبعاثات',
    'A town where the limit is exceeded on more than 18 days a year sets up a low-emission zone.':
      'كل مدينة يُتجاوز فيها الحد أكثر من 18 يومًا في السنة تنشئ منطقة منخفضة الانبعاثات.',
    'Vehicles that serve people with disabilities, and emergency services, may enter every zone.':
      'يجوز للمركبات التي تخدم الأشخاص ذوي الإعاقة ولخدمات الطوارئ دخول جميع المناطق.',
    Stoves: 'المواقد',
    'Stoves for wood and coal that were built before 1995 are taken out of use by the end of 2030.':
      'تُسحب من الاستعمال بحلول نهاية عام 2030 مواقد الحطب والفحم المصنوعة قبل عام 1995.',
    'Whoever replaces such a stove has a right to a grant of half of the cost.': 'لكل من يستبدل موقدًا كهذا الحق في منحة تعادل نصف الكلفة.',
    'Entry into force': 'بدء النفاذ',
    'This act enters into force on the first day of the year after it is published.':
      'يدخل هذا القانون حيز النفاذ في اليوم الأول من السنة التالية لنشره.',
  },
};
