import type { PageTranslation } from '../translation.js';

const fr: PageTranslation = {
  title: 'Webinaire',
  heading: 'Rejoindre un webinaire',
  unknown: 'Ce lien ne mène à aucune salle.',
  field: 'Numéro de salle ou lien d’invitation',
  join: 'Rejoindre',
  notARoom: 'Ce n’est ni un numéro de salle, comme 123\u2011123\u2011123, ni un lien d’invitation.',
  notNineDigits:
    'Un numéro de salle comporte neuf chiffres, comme 123\u2011123\u2011123. Chiffres saisis\u00a0: {count}.',
  question: 'Ouvrir la salle {name}\u00a0?',
  open: 'Ouvrir la salle',
  cancel: 'Annuler',
  framed: 'Pour votre sécurité, cette page n’ouvre pas de salle à l’intérieur d’un autre site.',
  newTab: 'Ouvrir dans un nouvel onglet',
  late: 'Cette page n’a pas pu démarrer. Rechargez-la ou utilisez le lien que vous avez reçu.',
};

export default fr;
