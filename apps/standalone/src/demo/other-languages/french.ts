import { busNetwork, lakeShore, libraries, townHall } from '../demo-content';
import { fountains, parks } from '../before-and-after/before-and-after-words';

const [often, near, night, lanes, free, more, electric, displays, stepFree, drivers, once, villages, express, none] = busNetwork.statements;
const [swim, reeds, shorePath, boats] = lakeShore.collecting.statements;

/** By the words in English. */
export const french: Readonly<Record<string, string>> = {
  [busNetwork.title]: 'À quoi doit ressembler le nouveau réseau de bus ?',
  [busNetwork.summary]: 'Souvent, ou près de chez vous ? Votez sur les priorités du nouveau réseau de bus et ajoutez ce qui manque.',
  [busNetwork.description]:
    'La ville redessine son réseau de bus. Dites-nous ce qui compte : votez sur les affirmations et ajoutez ce qui manque.\n\n' +
    'Un modérateur lit les nouvelles affirmations sous deux jours ouvrables.',
  [busNetwork.contact]: 'Direction des transports, buses@example.org',
  [busNetwork.decidedBy]: 'Le conseil municipal, sur proposition de la Direction des transports',
  [busNetwork.decidedWhen]: 'Lors de sa première séance après la clôture de la consultation',
  [busNetwork.document.name]: 'Le réseau de bus aujourd’hui',
  [busNetwork.picture.alt]: 'Un bus dans une rue, sur sa propre voie, devant des maisons',
  [often.text]: 'Les bus devraient passer toutes les dix minutes sur les lignes principales, quitte à supprimer de petites lignes.',
  [near.text]: 'Chaque quartier doit avoir un arrêt à moins de 400 mètres, quitte à ce que les bus passent moins souvent.',
  [night.text]: 'Les bus de nuit du vendredi et du samedi comptent plus que de nouvelles lignes de jour.',
  [lanes.text]: 'Des voies de bus devraient remplacer le stationnement dans les grandes rues.',
  [free.text]: 'Les bus devraient être gratuits pour tous les moins de 18 ans.',
  [more.text]: 'J’aime mieux payer un peu plus cher mon billet qu’attendre plus longtemps.',
  [electric.text]: 'Tous les nouveaux bus devraient être électriques, même si nous en avons moins.',
  [displays.text]: 'Il faut un affichage en temps réel à chaque arrêt.',
  [stepFree.text]: 'Les arrêts doivent être accessibles de plain-pied avant l’ouverture de toute nouvelle ligne.',
  [drivers.text]: 'La ville devrait consulter les conducteurs avant de changer leurs horaires.',
  [once.text]: 'Changer une fois ne me gêne pas si les deux bus passent souvent.',
  [villages.text]: 'Les petites lignes vers les villages doivent rester, même à moitié vides.',
  [express.text]: 'Deux lignes express à travers la ville valent mieux que cinq lignes lentes.',
  [none.text]: 'L’argent des nouveaux bus devrait aller d’abord aux quartiers qui n’en ont pas.',

  [townHall.title]: 'Quel soir la mairie doit-elle fermer plus tard ?',
  [townHall.summary]: 'Un soir par semaine jusqu’à 20 heures : choisissez le jour qui vous convient.',
  [townHall.description]: 'Un soir par semaine, la mairie reste ouverte jusqu’à 20 heures. Lequel vous convient ?',
  [townHall.contact]: 'Le secrétariat de la mairie, townhall@example.org',
  [townHall.decidedBy]: 'Le ministère',
  [townHall.decidedWhen]: 'Dans les deux semaines qui suivent la clôture',
  [townHall.picture.alt]: 'Une mairie le soir, les fenêtres éclairées',
  Monday: 'Lundi',
  Tuesday: 'Mardi',
  Wednesday: 'Mercredi',
  Thursday: 'Jeudi',

  [lakeShore.title]: 'Que faire de la rive du lac ?',
  [lakeShore.summary]: 'L’ancien port devient public. Dites ce que sa rive doit être, puis choisissez parmi les plans.',
  [lakeShore.description]:
    'L’ancien port déménage, et sa rive devient publique.\n\nNous recueillons d’abord ce qui compte pour vous. ' +
    'Nous en tirons des plans, et vous choisissez parmi eux.',
  [lakeShore.contact]: 'Direction de l’eau, lake@example.org',
  [lakeShore.decidedBy]: 'Le ministère, avec le conseil municipal',
  [lakeShore.decidedWhen]: 'Deux mois après la seconde phase',
  [lakeShore.picture.alt]: 'Un lac avec des roseaux, un voilier et un embarcadère',
  [lakeShore.collecting.title]: 'Ce qui compte pour vous',
  [swim.text]: 'Il faut un endroit où se baigner gratuitement.',
  [reeds.text]: 'Les roseaux doivent rester tels quels, même si une moindre partie de la rive est ouverte.',
  [shorePath.text]: 'Un sentier le long de toute la rive devrait être accessible de plain-pied.',
  [boats.text]: 'Les bateaux devraient garder un embarcadère.',
  [lakeShore.choosing.title]: 'Choisissez un plan',
  [lakeShore.choosing.question]: 'Quel plan réaliser ?',
  [lakeShore.choosing.options[0]]: 'Une baignade avec une pelouse',
  [lakeShore.choosing.options[1]]: 'Une rive naturelle avec un sentier en bois',
  [lakeShore.choosing.options[2]]: 'Une promenade avec un embarcadère',

  [libraries.title]: 'Les bibliothèques centrales doivent-elles ouvrir le dimanche ?',
  [libraries.summary]: 'Les bibliothèques centrales doivent-elles ouvrir le dimanche, pour le prix d’une petite bibliothèque de quartier ?',
  [libraries.description]: 'Ouvrir le dimanche coûte à peu près autant qu’une petite bibliothèque de quartier.',
  [libraries.contact]: 'Le service des bibliothèques, libraries@example.org',
  [libraries.decidedWhen]: 'C’est décidé : voyez ce que la consultation a changé',
  [libraries.closing]: 'Le budget de l’an prochain se décide cette semaine et a besoin de ce que vous avez dit.',
  [libraries.picture.alt]: 'Des rayons de livres sous une lampe',
  Yes: 'Oui',
  No: 'Non',
  'Only in winter': 'En hiver seulement',
  [libraries.outcome.youSaid]: 'La plupart d’entre vous ont dit oui ; certains n’ouvriraient qu’en hiver. Les opposants ont cité le coût.',
  [libraries.outcome.weDid]:
    'Les bibliothèques centrales ouvrent le dimanche de 10 à 18 heures, pour un an d’abord. Les bibliothèques de quartier gardent leur ' +
    'budget. Nous publions la fréquentation chaque trimestre.',
  [libraries.late.title]: 'Plan des coûts et du personnel',
  [libraries.late.text]: 'Ce que coûte un dimanche et qui travaille ce jour-là, à publier avec la décision.',
  [libraries.late.responsible]: 'Service des bibliothèques',

  [parks.title]: 'À quoi l’argent des parcs doit-il servir d’abord ?',
  [parks.summary]: 'Cinq souhaits reviennent dans tous les quartiers. Vous pourrez bientôt dire combien chacun compte pour vous.',
  [parks.description]:
    'L’an prochain, il y aura de l’argent pour les parcs de la capitale. Cinq souhaits reviennent dans tous les quartiers.\n\n' +
    'Donnez à chacun de 0 à 5 points. Vous pouvez en donner autant à plusieurs, et changer vos points jusqu’à la fin.',
  [parks.contact]: 'Direction de l’environnement, parks@example.org',
  [parks.decidedBy]: 'La Direction de l’environnement',
  [parks.decidedWhen]: 'Avec le budget de l’an prochain',
  [parks.picture.alt]: 'Un parc avec des arbres, un chemin et un banc',
  [parks.options[0]]: 'Plus d’ombre',
  [parks.options[1]]: 'Des bancs et des tables',
  [parks.options[2]]: 'Des toilettes propres',
  [parks.options[3]]: 'Des aires de jeux pour tous les âges',
  [parks.options[4]]: 'De la lumière le long des chemins',

  [fountains.title]: 'Où faut-il le plus de fontaines à boire ?',
  [fountains.summary]: 'Douze fontaines à boire seront construites l’été prochain. Vous avez dit où.',
  [fountains.description]: 'Douze fontaines à boire seront construites l’été prochain. Où vous serviraient-elles le plus ?',
  [fountains.contact]: 'Direction de l’eau, fountains@example.org',
  [fountains.decidedBy]: 'La Direction de l’eau',
  [fountains.decidedWhen]: 'Avant l’appel d’offres des travaux, au printemps',
  [fountains.closing]: 'L’appel d’offres des travaux est avancé d’un mois, pour que les fontaines coulent dès juin.',
  [fountains.picture.alt]: 'Une fontaine à boire sur une place au soleil',
  [fountains.options[0]]: 'Près des aires de jeux',
  [fountains.options[1]]: 'Aux arrêts de bus et de tram',
  [fountains.options[2]]: 'Dans les parcs',
  [fountains.options[3]]: 'Sur les places de marché',
};
