import type { PageTranslation } from '../translation.js';

const de: PageTranslation = {
  title: 'Webinar',
  heading: 'An einem Webinar teilnehmen',
  unknown: 'Dieser Link führt zu keinem Raum.',
  field: 'Raumnummer oder Einladungslink',
  join: 'Teilnehmen',
  notARoom: 'Das ist weder eine Raumnummer wie 123\u2011123\u2011123 noch ein Einladungslink.',
  notNineDigits:
    'Eine Raumnummer hat neun Ziffern, zum Beispiel 123\u2011123\u2011123. Eingegeben: {count}.',
  question: 'Den Raum {name} öffnen?',
  open: 'Raum öffnen',
  cancel: 'Abbrechen',
  framed: 'Zu Ihrer Sicherheit öffnet diese Seite keinen Raum innerhalb einer anderen Website.',
  newTab: 'In neuem Tab öffnen',
  late: 'Diese Seite konnte nicht gestartet werden. Bitte laden Sie sie neu oder verwenden Sie den Link, den Sie erhalten haben.',
};

export default de;
