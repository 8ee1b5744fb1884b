import type { Translation } from '../translation.js';

const fr: Translation = {
  $code: 'fr',
  $name: 'Français',
  $dir: 'ltr',
  label: 'Salle de webinaire',
  join: 'Rejoindre la salle',
  left: 'Vous avez quitté la salle.',
  leftForTab: 'Vous avez ouvert la salle dans un autre onglet.',
  joinAgain: 'Rejoindre de nouveau ici',
  opening: 'Ouverture de la salle…',
  slow: 'Cela prend plus de temps que d’habitude.',
  opened: 'La salle est ouverte.',
  retry: 'Réessayer',
  newTab: 'Ouvrir dans un nouvel onglet',
  fullscreen: 'Plein écran',
  leaveFullscreen: 'Quitter le plein écran',
  insecure:
    'La caméra et le micro exigent une page sécurisée (https). Ouvrez la salle dans un nouvel onglet pour les utiliser.',
  'missing-license-key': 'Aucune salle n’a encore été choisie.',
  'invalid-option':
    'Cette salle n’est pas correctement configurée\u00a0; veuillez prévenir le propriétaire du site.',
  'script-failed':
    'Impossible de joindre la salle\u00a0: le réseau ou un bloqueur de publicités en est peut-être la cause.',
  'script-blocked':
    'Les paramètres de sécurité de ce site ne permettent pas d’ouvrir la salle ici.',
  timeout: 'La salle ne s’est pas ouverte à temps.',
  offline: 'Vous êtes hors ligne\u00a0; la salle s’ouvrira dès que vous serez de nouveau en ligne.',
  'frame-removed':
    'Quelque chose sur cette page a fermé la salle. Réessayez ou ouvrez-la dans un nouvel onglet.',
  leftForOtherTab: 'La salle a été déplacée dans un autre onglet.',
  openElsewhere: 'La salle est déjà ouverte dans un autre onglet de ce navigateur.',
  moveHere: 'La déplacer ici',
  mediaBlocked:
    'La caméra et le micro sont bloqués sur cette page. Ouvrez la salle dans un nouvel onglet pour les utiliser.',
  noMediaDevices:
    "Cette application n'a pas accès à la caméra ni au micro. Copiez le lien et ouvrez-le dans votre navigateur pour les utiliser.",
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié',
  startsWhen: 'Commence {when}',
  organizerTime: 'Heure de l’organisateur : {time}',
  addToCalendar: 'Ajouter au calendrier',
  openAnyway: 'Ouvrir la salle quand même',
  ended: 'Ce webinaire est terminé.',
  yourName: 'Votre nom',
  nameRequired: 'Veuillez saisir votre nom.',
  notYou: 'Ce n’est pas vous ?',
};

export default fr;
