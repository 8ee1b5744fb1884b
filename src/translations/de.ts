import type { Translation } from '../translation.js';

const de: Translation = {
  $code: 'de',
  $name: 'Deutsch',
  $dir: 'ltr',
  label: 'Webinarraum',
  join: 'Raum betreten',
  left: 'Sie haben den Raum verlassen.',
  leftForTab: 'Sie haben den Raum in einem anderen Tab geöffnet.',
  joinAgain: 'Hier wieder beitreten',
  opening: 'Raum wird geöffnet\u00a0…',
  slow: 'Das dauert länger als gewöhnlich.',
  opened: 'Der Raum ist geöffnet.',
  retry: 'Erneut versuchen',
  newTab: 'In neuem Tab öffnen',
  fullscreen: 'Vollbild',
  leaveFullscreen: 'Vollbild beenden',
  insecure:
    'Kamera und Mikrofon brauchen eine sichere Seite (https). Öffnen Sie den Raum in einem neuen Tab, um sie zu verwenden.',
  'missing-license-key': 'Es wurde noch kein Raum ausgewählt.',
  'invalid-option':
    'Dieser Raum ist nicht richtig eingerichtet; bitte informieren Sie den Betreiber dieser Website.',
  'script-failed':
    'Der Raum ist nicht erreichbar: Das Netzwerk oder ein Werbeblocker könnte im Weg sein.',
  'script-blocked': 'Die Sicherheitseinstellungen dieser Website lassen den Raum hier nicht zu.',
  timeout: 'Der Raum hat sich nicht rechtzeitig geöffnet.',
  offline: 'Sie sind offline; der Raum öffnet sich, sobald Sie wieder online sind.',
  'frame-removed':
    'Etwas auf dieser Seite hat den Raum geschlossen. Versuchen Sie es erneut oder öffnen Sie ihn in einem neuen Tab.',
  leftForOtherTab: 'Der Raum wurde in einen anderen Tab verschoben.',
  openElsewhere: 'Der Raum ist bereits in einem anderen Tab dieses Browsers geöffnet.',
  moveHere: 'Hierher verschieben',
  mediaBlocked:
    'Kamera und Mikrofon sind auf dieser Seite blockiert. Öffnen Sie den Raum in einem neuen Tab, um sie zu benutzen.',
  noMediaDevices:
    'Diese App hat keinen Zugriff auf Kamera und Mikrofon. Kopieren Sie den Link und öffnen Sie ihn in Ihrem Browser, um sie zu benutzen.',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  startsWhen: 'Beginnt {when}',
  organizerTime: 'Beim Veranstalter: {time}',
  addToCalendar: 'Zum Kalender hinzufügen',
  openAnyway: 'Raum trotzdem öffnen',
  ended: 'Dieses Webinar ist beendet.',
  yourName: 'Ihr Name',
  nameRequired: 'Bitte geben Sie Ihren Namen ein.',
  notYou: 'Nicht Sie?',
};

export default de;
