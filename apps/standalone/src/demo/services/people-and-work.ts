import { weekdayHours, type DemoService } from './demo-service';

/** Services for families, work and culture. */
export const peopleAndWork: readonly DemoService[] = [
  {
    about: ['services'],
    lifeEvents: ['birth'],
    channels: { phone: '+251 11 555 0100', hours: weekdayHours },
    en: {
      title: 'Register the birth of a child',
      summary: 'With the registration your child has a name, a certificate and a right to the family allowance.',
      eligibility: 'One of the parents, or the hospital with their consent.',
      needed: ['The hospital’s note of the birth', 'The identity cards of both parents'],
      cost: 'Free of charge; 5 for each further certificate',
      duration: 'While you wait',
      office: 'Citizens’ office\nRing Road 4, ground floor',
    },
    fr: {
      title: 'Déclarer la naissance d’un enfant',
      summary: 'Avec la déclaration, votre enfant a un nom, un acte et le droit aux allocations familiales.',
      eligibility: 'L’un des parents, ou l’hôpital avec leur accord.',
      needed: ['Le certificat de naissance de l’hôpital', 'Les cartes d’identité des deux parents'],
      cost: 'Gratuit ; 5 par acte supplémentaire',
      duration: 'Immédiatement',
      office: 'Accueil des citoyens\n4, boulevard circulaire, rez-de-chaussée',
    },
    ar: {
      title: 'تسجيل ولادة طفل',
      summary: 'بالتسجيل يكون لطفلكم اسم وشهادة وحق في علاوة الأسرة.',
      eligibility: 'أحد الوالدين، أو المستشفى بموافقتهما.',
      needed: ['إشعار الولادة من المستشفى', 'بطاقتا هوية الوالدين'],
      cost: 'مجانًا؛ و5 لكل شهادة إضافية',
      duration: 'أثناء انتظاركم',
      office: 'مكتب المواطنين\nالطريق الدائري 4، الطابق الأرضي',
    },
  },
  {
    about: ['services'],
    lifeEvents: ['business', 'work'],
    channels: { online: 'https://forms.example/business', email: 'business@example.org' },
    en: {
      title: 'Register a business',
      summary:
        'One form for the register of trade, the tax office and the chamber. You may begin on the day on which you get ' +
        'the number.',
      eligibility: 'Everybody of age. Some trades, such as food and transport, need a licence as well.',
      needed: ['Your identity card', 'The address of the business', 'The licence, where the trade needs one'],
      cost: '30',
      duration: 'Two working days',
    },
    fr: {
      title: 'Déclarer une entreprise',
      summary:
        'Un seul formulaire pour le registre du commerce, les impôts et la chambre. Vous pouvez commencer dès que vous ' +
        'avez le numéro.',
      eligibility: 'Toute personne majeure. Certains métiers, comme l’alimentation et le transport, exigent aussi une licence.',
      needed: ['Votre carte d’identité', 'L’adresse de l’entreprise', 'La licence, si le métier l’exige'],
      cost: '30',
      duration: 'Deux jours ouvrables',
    },
    ar: {
      title: 'تسجيل عمل تجاري',
      summary: 'استمارة واحدة للسجل التجاري والضرائب والغرفة. ويمكنكم البدء يوم حصولكم على الرقم.',
      eligibility: 'كل راشد. وبعض المهن، كالغذاء والنقل، تحتاج إلى رخصة أيضًا.',
      needed: ['بطاقة الهوية', 'عنوان العمل', 'الرخصة حيث تلزم'],
      cost: '30',
      duration: 'يوما عمل',
    },
  },
  {
    about: ['culture', 'country'],
    lifeEvents: ['school', 'retirement', 'arrival'],
    channels: { online: 'https://forms.example/library', hours: weekdayHours },
    en: {
      title: 'Get a library card',
      summary: 'Borrow books, films and instruments from every public library of the country.',
      eligibility: 'Everybody; children up to 16 with the signature of a parent.',
      needed: ['Your identity card, or that of a parent'],
      cost: 'Free of charge',
      duration: 'While you wait',
      office: 'Central library\nMarket Square 2',
    },
    fr: {
      title: 'Obtenir une carte de bibliothèque',
      summary: 'Empruntez des livres, des films et des instruments dans toutes les bibliothèques publiques du pays.',
      eligibility: 'Tout le monde ; les moins de 16 ans avec la signature d’un parent.',
      needed: ['Votre carte d’identité, ou celle d’un parent'],
      cost: 'Gratuit',
      duration: 'Immédiatement',
      office: 'Bibliothèque centrale\n2, place du Marché',
    },
    ar: {
      title: 'الحصول على بطاقة المكتبة',
      summary: 'استعيروا الكتب والأفلام والآلات من كل مكتبة عامة في البلاد.',
      eligibility: 'الجميع؛ والأطفال حتى 16 عامًا بتوقيع أحد الوالدين.',
      needed: ['بطاقة الهوية أو بطاقة أحد الوالدين'],
      cost: 'مجانًا',
      duration: 'أثناء انتظاركم',
      office: 'المكتبة المركزية\nساحة السوق 2',
    },
  },
];
